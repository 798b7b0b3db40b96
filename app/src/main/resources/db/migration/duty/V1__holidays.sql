-- What a state says of its public holidays, day by day, whatever a library says of them. Written once: the newest word on a day holds.
create table duty.holiday_fact (
    id            uuid        not null,
    state         text        not null,
    day           date        not null,
    kind          text        not null,
    library_key   text        not null,
    name          text        not null,
    name_language text        not null,
    other_day     date,
    by            uuid        not null,
    by_name       text        not null,
    at            timestamptz not null,
    constraint holiday_fact_pk primary key (id),
    constraint holiday_fact_state_is_iso3 check (state ~ '^[A-Z]{3}$'),
    constraint holiday_fact_kind_is_known check (kind in ('CONFIRMED', 'ADDED', 'WORKED', 'MOVED_AWAY', 'MOVED_HERE')),
    constraint holiday_fact_moves_name_the_other_day check ((kind in ('MOVED_AWAY', 'MOVED_HERE')) = (other_day is not null)),
    constraint holiday_fact_has_one_name check ((library_key = '') <> (name = ''))
);
create index holiday_fact_of_state on duty.holiday_fact (state, day, at);

-- "These are our holidays of that year": from then on the year rests on the state's own words alone.
create table duty.holiday_year (
    id      uuid        not null,
    state   text        not null,
    year    integer     not null,
    by      uuid        not null,
    by_name text        not null,
    at      timestamptz not null,
    constraint holiday_year_pk primary key (id),
    constraint holiday_year_state_is_iso3 check (state ~ '^[A-Z]{3}$')
);
create index holiday_year_of_state on duty.holiday_year (state, year, at);

grant select, insert on duty.holiday_fact, duty.holiday_year to ${appRole};
