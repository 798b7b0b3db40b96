-- The paper a change rests on, scanned. It arrives in chunks of one mebibyte; that it arrived whole, and that it was taken back, are facts of their own.
create table changes.scan (
    id       uuid        not null,
    change   uuid        not null,
    begun_by uuid        not null,
    name     text        not null,
    size     bigint      not null,
    sha256   text        not null,
    begun_at timestamptz not null,
    constraint scan_pk primary key (id),
    constraint scan_by_whoever_proposed_the_change foreign key (change, begun_by) references changes.change (id, proposed_by),
    constraint scan_has_a_name check (name <> ''),
    constraint scan_has_bytes check (size > 0),
    constraint scan_sha256_is_hex check (sha256 ~ '^[0-9a-f]{64}$')
);
create index scan_of_change on changes.scan (change, begun_at);

create table changes.scan_chunk (
    scan   uuid    not null,
    number integer not null,
    bytes  bytea   not null,
    constraint scan_chunk_pk primary key (scan, number),
    constraint scan_chunk_of_scan foreign key (scan) references changes.scan (id) on delete cascade,
    constraint scan_chunk_number_counts_from_zero check (number >= 0),
    constraint scan_chunk_at_most_one_mebibyte check (octet_length(bytes) between 1 and 1048576)
);

-- Scans are compressed already; trying again costs time at every write.
alter table changes.scan_chunk alter column bytes set storage external;

-- All bytes are here and are those that were sent. A scan with this fact is not deleted any more: the reference forbids it.
create table changes.scan_stored (
    scan uuid        not null,
    type text        not null,
    at   timestamptz not null,
    constraint scan_stored_pk primary key (scan),
    constraint scan_stored_of_scan foreign key (scan) references changes.scan (id),
    constraint scan_stored_type_is_known check (type in ('PDF', 'JPEG', 'PNG', 'TIFF'))
);

-- Taken back by whoever attached it. Its bytes go, what it was called and its hash stay.
create table changes.scan_withdrawn (
    scan uuid        not null,
    at   timestamptz not null,
    constraint scan_withdrawn_pk primary key (scan),
    constraint scan_withdrawn_was_stored foreign key (scan) references changes.scan_stored (scan)
);

grant select, insert, delete on changes.scan to ${appRole};
grant select, insert, update, delete on changes.scan_chunk to ${appRole};
grant select, insert on changes.scan_stored, changes.scan_withdrawn to ${appRole};
