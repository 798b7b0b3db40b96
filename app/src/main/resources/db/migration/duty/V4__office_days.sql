-- What an authority says of single days over the calendar of its state: closed on a day that others work, open on one that they do not, or again as the state.
-- Written once: the newest word on a day holds.
create table duty.office_day (
    id            uuid        not null,
    authority     text        not null,
    day           date        not null,
    word          text        not null,
    name          text        not null,
    name_language text        not null,
    by            uuid        not null,
    by_name       text        not null,
    at            timestamptz not null,
    constraint office_day_pk primary key (id),
    constraint office_day_word_is_known check (word in ('CLOSED', 'OPEN', 'AS_STATE')),
    constraint office_day_says_why check (word = 'AS_STATE' or name <> '')
);
create index office_day_of_authority on duty.office_day (authority, day, at);

grant select, insert on duty.office_day to ${appRole};
