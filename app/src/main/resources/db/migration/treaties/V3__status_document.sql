-- Documents on the status of signatures and ratifications, as they were issued. A corrigendum is a row of its own with the changed entries.
create table treaties.status_numbering (
    year integer not null constraint status_numbering_pk primary key,
    last integer not null
);

create table treaties.status_document (
    year        integer     not null,
    number      integer     not null,
    corrigendum integer     not null,
    on_day      date        not null,
    states      text        not null,
    members     text        not null,
    instruments text        not null,
    issued_at   timestamptz not null,
    issued_by   text        not null,
    entries     jsonb       not null,
    constraint status_document_pk primary key (year, number, corrigendum),
    constraint status_document_counts_from_one check (number >= 1 and corrigendum >= 0)
);
grant select, insert, update on treaties.status_numbering to ${appRole};
grant select, insert on treaties.status_document to ${appRole};
