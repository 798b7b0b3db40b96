-- How states stand to the Organization as two persons entered it here. From its day on it goes before the dataset.
create table states.entered_standing (
    state      text        not null,
    since      text        not null constraint entered_standing_since_is_a_date check (since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    standing   text        constraint entered_standing_is_one check (standing in ('TAKING_PART', 'SUSPENDED', 'NOT_TAKING_PART', 'DISPUTED')),
    taken_back boolean     not null,
    source     text        not null,
    change     uuid        not null,
    at         timestamptz not null,
    constraint entered_standing_pk primary key (state, since)
);
comment on column states.entered_standing.standing is 'null: not a member from that day on';

grant select, insert, update on states.entered_standing to ${appRole};
