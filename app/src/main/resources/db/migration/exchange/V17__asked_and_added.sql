-- The requesting side asks how its request stands, and adds what nobody asked for.
alter table exchange.act drop constraint act_kind_is_known;
alter table exchange.act add constraint act_kind_is_known
    check (kind in ('send', 'open', 'take-in-charge', 'accept', 'postpone', 'decline', 'ask', 'answer', 'assign', 'transfer', 'progress',
                    'preserve', 'execute', 'result', 'receive', 'refuse-conditions', 'ask-use', 'grant-use', 'withdraw', 'ask-destruction', 'destroy',
                    'let-lapse', 'close', 'share', 'enquire', 'add', 'call', 'comment'));

-- Since when it is asked how it stands, and by when that should be said; the turn may be about something that is due before. And when something was last added that
-- the requested side has not acted after.
alter table exchange.standing add column enquired_at timestamptz;
alter table exchange.standing add column enquiry_due timestamptz;
alter table exchange.standing add column added_at timestamptz;

-- The few that are asked about, for reminders.
create index standing_enquiry on exchange.standing (enquiry_due) where enquiry_due is not null;
