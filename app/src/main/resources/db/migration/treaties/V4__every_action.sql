-- A state that left and came back did some things twice: `number` says whether it was the first time that it stood under the instrument, the second ...
drop view treaties.action;

alter table treaties.treaty_action add column number integer not null default 1;
alter table treaties.treaty_action drop constraint treaty_action_pk;
alter table treaties.treaty_action add constraint treaty_action_pk primary key (instrument, state, act, number);
alter table treaties.treaty_action add constraint treaty_action_counts_from_one check (number >= 1);

alter table treaties.entered_action add column number integer not null default 1;
alter table treaties.entered_action drop constraint entered_action_pk;
alter table treaties.entered_action add constraint entered_action_pk primary key (instrument, state, act, number);
alter table treaties.entered_action add constraint entered_action_counts_from_one check (number >= 1);

create view treaties.action as
select d.instrument, d.state, d.act, d.number, d.date, d.source, d.note
from treaties.treaty_action d
where not exists (
    select 1 from treaties.entered_action e
    where e.instrument = d.instrument and e.state = d.state and e.act = d.act and e.number = d.number
)
union all
select e.instrument, e.state, e.act, e.number, e.date, e.source, e.note
from treaties.entered_action e
where e.date is not null;
grant select on treaties.action to ${appRole};

-- Rows of the dataset get an id, so that another can say that it withdraws them; the dataset is read again at the next start.
alter table treaties.declaration add column id text not null default '';
alter table treaties.declaration add column about text not null default '';

-- Declarations, reservations, objections, notifications and withdrawals that two persons entered or corrected. They go before the row of the dataset with
-- the same id; without a value there is no such statement.
create table treaties.entered_declaration (
    id         text        not null constraint entered_declaration_pk primary key,
    instrument text        not null,
    state      text        not null,
    value      jsonb,
    source     text        not null,
    change     uuid        not null,
    at         timestamptz not null,
    constraint entered_declaration_state_is_iso3 check (state ~ '^[A-Z]{3}$')
);
grant select, insert, update on treaties.entered_declaration to ${appRole};
