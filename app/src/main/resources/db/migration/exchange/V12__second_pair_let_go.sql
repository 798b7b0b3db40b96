-- That two officers for a request are required no longer takes two officers as well: the first one's word, which holds for a week.
create table exchange.four_eyes_ending (
    authority text        not null,
    at        timestamptz not null,
    account   uuid        not null,
    constraint four_eyes_ending_pk primary key (authority, account, at)
);

grant select, insert on exchange.four_eyes_ending to ${appRole};
