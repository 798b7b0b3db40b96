-- An authority that gave up a request reads nothing that acts brought to it, though the bytes stay for whoever still keeps it.
create table documents.given_up (
    request   uuid        not null,
    authority text        not null,
    at        timestamptz not null,
    constraint given_up_pk primary key (request, authority)
);

-- When nobody keeps it any more, the bytes go. What the file was, its size and its hash, stays: signed acts name them.
alter table documents.sealed_file add column destroyed_at timestamptz;
alter table documents.sealed_file add constraint sealed_file_destroyed_was_brought check (destroyed_at is null or brought_at is not null);

grant select, insert, delete on documents.given_up to ${appRole};
