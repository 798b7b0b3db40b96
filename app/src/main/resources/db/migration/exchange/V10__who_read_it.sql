-- Who opened a request, and on which days: written when the key that opens it is handed out. Written once; nothing may change it or take it away.
create table exchange.reading (
    request   uuid        not null,
    authority text        not null,
    account   uuid        not null,
    day       date        not null,
    at        timestamptz not null,
    constraint reading_pk primary key (request, authority, account, day),
    constraint reading_of_request foreign key (request) references exchange.request (id)
);

grant select, insert on exchange.reading to ${appRole};
