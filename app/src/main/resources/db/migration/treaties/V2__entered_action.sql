-- Acts that two persons entered or corrected here. They go before the row of the dataset with the same key; without a date there is no such act.
create table treaties.entered_action (
    instrument text        not null,
    state      text        not null,
    act        text        not null,
    date       text        constraint entered_action_date_is_a_date check (date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    source     text        not null,
    note       text        not null,
    change     uuid        not null,
    at         timestamptz not null,
    constraint entered_action_pk primary key (instrument, state, act)
);
create index entered_action_of_state on treaties.entered_action (state);

create view treaties.action as
select d.instrument, d.state, d.act, d.date, d.source, d.note
from treaties.treaty_action d
where not exists (
    select 1 from treaties.entered_action e where e.instrument = d.instrument and e.state = d.state and e.act = d.act
)
union all
select e.instrument, e.state, e.act, e.date, e.source, e.note
from treaties.entered_action e
where e.date is not null;

grant select, insert, update on treaties.entered_action to ${appRole};
grant select on treaties.action to ${appRole};
