-- Sealed files: bytes that only the officers of two authorities can open. They arrive in chunks of one mebibyte and are kept so.

create table documents.sealed_file (
    id           uuid        not null,
    request      uuid        not null,
    authority    text        not null,
    account      uuid        not null,
    size         bigint      not null,
    sha256       text,
    announced_at timestamptz not null,
    completed_at timestamptz,
    brought_at   timestamptz,
    constraint sealed_file_pk primary key (id),
    constraint sealed_file_has_bytes check (size > 0),
    constraint sealed_file_sha256_is_hex check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint sealed_file_complete_has_sha256 check ((completed_at is null) = (sha256 is null)),
    constraint sealed_file_brought_is_complete check (brought_at is null or completed_at is not null)
);

-- What still counts against an authority's quota, and what is to be cleaned away.
create index sealed_file_waiting on documents.sealed_file (authority, announced_at) where brought_at is null;

create table documents.chunk (
    sealed_file uuid    not null,
    number      integer not null,
    bytes       bytea   not null,
    constraint chunk_pk primary key (sealed_file, number),
    constraint chunk_of_sealed_file foreign key (sealed_file) references documents.sealed_file (id) on delete cascade,
    constraint chunk_number_counts_from_zero check (number >= 0),
    constraint chunk_at_most_one_mebibyte check (octet_length(bytes) between 1 and 1048576)
);

-- Sealed bytes do not compress; trying costs time at every write.
alter table documents.chunk alter column bytes set storage external;

-- Which authorities may read what acts have brought to a request, besides the one that uploaded it.
create table documents.reader (
    request   uuid        not null,
    authority text        not null,
    since     timestamptz not null,
    constraint reader_pk primary key (request, authority)
);

-- One row for each authority that ever uploaded, locked while its quota is counted: two announcements at once cannot both fit.
create table documents.uploader (
    authority text not null,
    constraint uploader_pk primary key (authority)
);

grant select, insert, update, delete on documents.sealed_file, documents.chunk to ${appRole};
grant select, insert on documents.reader to ${appRole};
grant select, insert, update on documents.uploader to ${appRole};
