-- Another directory's file as it was taken in: its bytes as text, whose it is and of which day. Written once, kept for ever, so that it can be looked at again.
create table interchange.import (
    id        uuid        not null constraint import_pk primary key,
    owner     text        not null constraint import_has_an_owner check (owner <> ''),
    day       text        not null constraint import_day_is_a_date check (day ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    address   text        not null,
    file_name text        not null,
    content   text        not null,
    sha256    text        not null,
    by        uuid        not null,
    by_name   text        not null,
    at        timestamptz not null
);

-- Which of its columns is which of ours, as a person said; the latest counts.
create table interchange.mapping (
    id      uuid        not null constraint mapping_pk primary key,
    import  uuid        not null constraint mapping_of_an_import references interchange.import (id),
    columns jsonb       not null,
    by      uuid        not null,
    at      timestamptz not null
);
create index mapping_of_import on interchange.mapping (import, at);

-- What a person proposed because of a line of it; the change itself is decided by another person.
create table interchange.proposal (
    change uuid        not null constraint proposal_pk primary key,
    import uuid        not null constraint proposal_of_an_import references interchange.import (id),
    line   bigint      not null,
    fields text        not null,
    by     uuid        not null,
    at     timestamptz not null
);
create index proposal_of_import on interchange.proposal (import, line);

grant select, insert on interchange.import, interchange.mapping, interchange.proposal to ${appRole};
