-- A date that was promised or set has passed: told when it does and each week after, so `due` is the hour of that telling; the deadline itself stands in the signed record.
alter table reminders.step drop constraint step_is_known;
alter table reminders.step add constraint step_is_known
    check (step in ('deputy', 'coordinators', 'half', 'three-quarters', 'nine-tenths', 'days-14', 'days-7', 'days-3', 'day-1', 'lapsed', 'overdue'));
