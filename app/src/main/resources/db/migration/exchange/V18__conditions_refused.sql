-- Conditions that cannot be accepted are refused by the side that they bind; the side that set them decides what follows.
alter table exchange.act drop constraint act_kind_is_known;
alter table exchange.act add constraint act_kind_is_known
    check (kind in ('send', 'open', 'take-in-charge', 'accept', 'postpone', 'decline', 'ask', 'answer', 'assign', 'transfer', 'progress',
                    'preserve', 'execute', 'result', 'receive', 'ask-use', 'grant-use', 'withdraw', 'ask-destruction', 'destroy',
                    'let-lapse', 'close', 'share', 'enquire', 'add', 'call', 'comment', 'refuse-conditions', 'uphold-conditions'));

-- Whether a result waits of which the requesting side has said nothing: what it refused it need not receive before the request may go.
alter table exchange.standing add column unreceived boolean not null default false;
update exchange.standing s set unreceived = true
where (select count(*) from exchange.act a where a.request = s.request and a.kind = 'result')
    > (select count(*) from exchange.act a where a.request = s.request and a.kind = 'receive');
