-- Where an authority wants two officers for a request: who asked the colleagues to read a draft and send it.
create table drafting.asked (
    draft     uuid        not null,
    authority text        not null,
    account   uuid        not null,
    name      text        not null,
    at        timestamptz not null,
    constraint asked_pk primary key (draft, authority),
    constraint asked_for_draft foreign key (draft, authority) references drafting.draft (id, authority) on delete cascade
);

grant select, insert, update, delete on drafting.asked to ${appRole};
