-- What a fact was read from. Dates that may be known only to a month or a year are texts of ISO 8601, cut where knowledge ends.
create table states.source (
    id      text not null constraint source_pk primary key,
    kind    text not null,
    title   text not null,
    address text not null,
    as_of   text constraint source_as_of_is_a_date check (as_of ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    note    text not null
);

create table states.state (
    code               text not null constraint state_pk primary key constraint state_code_is_iso3 check (code ~ '^[A-Z]{3}$'),
    iso2               text not null constraint state_iso2_once unique,
    name_en            text not null,
    name_es            text,
    name_fr            text,
    name_pt            text,
    official_name      text not null,
    own_languages      text not null,
    platform_languages text not null,
    region             text not null,
    legal_tradition    text not null,
    legal_note         text not null,
    zone               text not null,
    calling_codes      text not null,
    sources            text not null
);

-- How a state stood to the Organization of American States, from when until when.
create table states.membership (
    state    text not null constraint membership_of_a_state references states.state (code) on delete cascade,
    standing text not null,
    since    text not null constraint membership_since_is_a_date check (since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    until    text constraint membership_until_is_a_date check (until ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    note_en  text,
    note_es  text,
    note_fr  text,
    note_pt  text,
    sources  text not null,
    constraint membership_pk primary key (state, since)
);

-- What was read from the dataset, and what was refused and why.
create table states.data_file (
    name        text not null constraint data_file_pk primary key,
    fingerprint text not null,
    facts       integer not null,
    refused     integer not null,
    read_at     timestamptz not null
);

create table states.refused_row (
    file    text not null constraint refused_row_of_a_file references states.data_file (name),
    line    bigint not null,
    reason  text not null,
    field   text not null,
    content text not null,
    constraint refused_row_pk primary key (file, line)
);

grant select, insert, update, delete on all tables in schema states to ${appRole};
