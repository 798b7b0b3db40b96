-- A request that travelled as a file: who brought in what others had signed, and the telephone call that announced it.

alter table exchange.act add column carried_by uuid;
comment on column exchange.act.carried_by is 'the account that brought the act in with a carried file; then "at" is when it was brought in';

alter table exchange.act drop constraint act_kind_is_known;
alter table exchange.act add constraint act_kind_is_known
    check (kind in ('send', 'open', 'take-in-charge', 'accept', 'postpone', 'decline', 'ask', 'answer', 'assign', 'transfer', 'progress',
                    'preserve', 'execute', 'result', 'receive', 'ask-use', 'grant-use', 'withdraw', 'ask-destruction', 'destroy',
                    'let-lapse', 'close', 'call', 'comment'));
