-- Somebody asks to recover access. Kept also for an address that nobody has here (no account), so that the answer takes as long. The call is what the six words are made of; both sides see it and compare them by telephone.
create table enrolment.recovery (
    id           uuid primary key,
    account      uuid,
    token_hash   bytea not null constraint recovery_token_is_unique unique,
    call         bytea not null,
    asked_at     timestamptz not null,
    expires_at   timestamptz not null,
    confirmed_at timestamptz,
    confirmed_by uuid,
    refused_at   timestamptz,
    completed_at timestamptz,
    constraint confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null)),
    constraint nobody_confirms_themselves check (confirmed_by <> account)
);

create index recovery_of_account on enrolment.recovery (account);

grant select, insert, update on enrolment.recovery to ${appRole};
