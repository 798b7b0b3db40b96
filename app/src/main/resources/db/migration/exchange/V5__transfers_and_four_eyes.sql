-- To whom a request went on. The request's own row says to whom it was sent, and stays.
create table exchange.transfer (
    request   uuid    not null,
    number    integer not null,
    authority text    not null,
    zone      text    not null,
    constraint transfer_pk primary key (request, number),
    constraint transfer_of_request foreign key (request) references exchange.request (id)
);

-- Whether an authority wants two persons for a request: the newest row counts, older ones tell what held before.
create table exchange.four_eyes (
    authority text        not null,
    since     timestamptz not null,
    required  boolean     not null,
    account   uuid        not null,
    constraint four_eyes_pk primary key (authority, since)
);

grant select, insert on exchange.transfer, exchange.four_eyes to ${appRole};
-- A request may come back to an authority that had it before, whose key may be another by then.
grant update on exchange.request_key to ${appRole};
