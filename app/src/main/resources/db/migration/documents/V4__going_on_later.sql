-- What was begun is kept for some days after its last byte, not after its announcement.
alter table documents.chunk add column arrived_at timestamptz;

-- What its owner needs to go on with an upload after the page was closed: an age file that only they can make or open. Gone with the upload, or when an act brings it.
create table documents.ticket (
    sealed_file uuid  not null,
    account     uuid  not null,
    sealed      bytea not null,
    constraint ticket_pk primary key (sealed_file),
    constraint ticket_of_sealed_file foreign key (sealed_file) references documents.sealed_file (id) on delete cascade,
    constraint ticket_is_small check (octet_length(sealed) between 1 and 8192)
);

create index ticket_account on documents.ticket (account);

grant select, insert, update, delete on documents.ticket to ${appRole};
