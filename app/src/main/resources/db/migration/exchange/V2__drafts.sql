-- Requests that are being written: age files sealed to the own authority. The id is the request's own, from the first line on. Nothing here says to whom, or about what.

create table exchange.draft (
    id        uuid        not null,
    authority text        not null,
    version   integer     not null,
    sealed    bytea       not null,
    begun_at  timestamptz not null,
    saved_at  timestamptz not null,
    saved_by  text        not null,
    constraint draft_pk primary key (id),
    constraint draft_versions_count_from_one check (version >= 1)
);

create index draft_of_authority on exchange.draft (authority, saved_at);

grant select, insert, update, delete on exchange.draft to ${appRole};
