-- Sources that people named here, beside those of the dataset, which is read anew with every version.
create table states.entered_source (
    id      text        not null constraint entered_source_pk primary key,
    kind    text        not null,
    title   text        not null,
    address text        not null,
    as_of   date        not null,
    at      timestamptz not null
);
grant select, insert on states.entered_source to ${appRole};
