-- What was done because nothing had happened. A row is written once, in the transaction that queues its mails.
create table reminders.step (
    request uuid        not null,
    step    text        not null,
    due     timestamptz not null,
    taken   timestamptz not null,
    mailed  integer     not null,
    constraint step_pk primary key (request, step, due),
    constraint step_is_known
        check (step in ('deputy', 'coordinators', 'half', 'three-quarters', 'nine-tenths', 'days-14', 'days-7', 'days-3', 'day-1', 'lapsed')),
    constraint step_counts_mails check (mailed >= 0)
);

create index step_of_request on reminders.step (request, taken);

grant select, insert on reminders.step to ${appRole};
