-- Twice a year somebody who answers for a person says that they are still there. Each time is a fact; the newest stands with the account, because every content asks for it.
create table access.confirmation (
    account uuid not null references access.account,
    at      timestamptz not null,
    by      uuid not null references access.account,
    constraint confirmation_pk primary key (account, at),
    constraint nobody_confirms_themselves check (account <> by)
);

-- Accounts from before this rule get a month, so that nobody loses anything unwarned.
alter table access.account add column confirmed_at timestamptz;
update access.account set confirmed_at = greatest(made_at, now() - interval '153 days');
alter table access.account alter column confirmed_at set not null;
create index account_by_confirmation on access.account (confirmed_at) where left_at is null;

grant select, insert on access.confirmation to ${appRole};
