-- The requesting authority shares a request with another authority of its state, which reads it and may continue it.
alter table exchange.act drop constraint act_kind_is_known;
alter table exchange.act add constraint act_kind_is_known
    check (kind in ('send', 'open', 'take-in-charge', 'accept', 'postpone', 'decline', 'ask', 'answer', 'assign', 'transfer', 'progress',
                    'preserve', 'execute', 'result', 'receive', 'ask-use', 'grant-use', 'withdraw', 'ask-destruction', 'destroy',
                    'let-lapse', 'close', 'share', 'call', 'comment'));

create table exchange.share (
    request   uuid    not null,
    authority text    not null,
    number    integer not null,
    constraint share_pk primary key (request, authority),
    constraint share_of_request foreign key (request) references exchange.request (id)
);
create index share_with on exchange.share (authority, request);

grant select, insert on exchange.share to ${appRole};
