create table treaties.instrument (
    id             text not null constraint instrument_pk primary key,
    place          integer not null,
    short_en       text not null,
    short_es       text,
    short_fr       text,
    short_pt       text,
    title_en       text not null,
    title_es       text,
    title_fr       text,
    title_pt       text,
    depositary     text not null,
    adopted        text constraint instrument_adopted_is_a_date check (adopted ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    adopted_at     text not null,
    opened         text constraint instrument_opened_is_a_date check (opened ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    in_force       text not null,
    in_force_since date,
    reference      text not null,
    parent         text,
    subjects       text not null,
    force_rule     text,
    force_article  text not null,
    force_mark     text,
    sources        text not null,
    constraint instrument_in_force_has_a_day check ((in_force = 'YES') = (in_force_since is not null)),
    constraint instrument_rule_is_marked check ((force_rule is null) = (force_mark is null))
);

-- The state's code is that of states.state; the row is checked when it is read from the dataset. A day, a month or a year, as the source gives it.
create table treaties.treaty_action (
    instrument text not null,
    state      text not null,
    act        text not null,
    date       text not null constraint treaty_action_date_is_a_date check (date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    source     text not null,
    note       text not null,
    constraint treaty_action_pk primary key (instrument, state, act)
);
create index treaty_action_of_state on treaties.treaty_action (state);

create table treaties.observation (
    instrument text not null,
    state      text not null,
    position   text not null,
    seen       text not null constraint observation_seen_is_a_date check (seen ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    source     text not null,
    note       text not null,
    constraint observation_pk primary key (instrument, state, position, seen)
);

create table treaties.declaration (
    place      integer not null constraint declaration_pk primary key,
    instrument text not null,
    state      text not null,
    kind       text not null,
    articles   text not null,
    language   text not null,
    summary    text not null,
    date       text constraint declaration_date_is_a_date check (date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    source     text not null
);

grant select, insert, update, delete on all tables in schema treaties to ${appRole};
