-- A person who may enter. Left_at is a fact with a date: the row stays, because acts and statements name the account for ever.
create table access.account (
    id        uuid primary key,
    name      text not null constraint name_is_said check (btrim(name) <> ''),
    function  text not null,
    email     text not null constraint email_is_lower_case check (email = lower(email)),
    roles     text[] not null
        constraint roles_are_known check (roles <@ array ['OFFICER', 'COORDINATOR', 'SECRETARIAT', 'OBSERVER'] and cardinality(roles) > 0),
    state     text,
    authority text,
    language  text not null constraint language_is_ours check (language in ('en', 'es', 'fr', 'pt')),
    zone      text not null,
    made_at   timestamptz not null,
    left_at   timestamptz,
    constraint officer_has_an_authority check ((authority is not null) = ('OFFICER' = any (roles))),
    constraint national_role_has_a_state check (state is not null or not (roles && array ['OFFICER', 'COORDINATOR']))
);

create unique index account_by_email on access.account (email) where left_at is null;
create index account_of_authority on access.account (authority) where left_at is null;

-- An invitation is known by the account it will become, so that the officer's statement can name it before it exists.
create table access.invitation (
    account      uuid primary key,
    token_hash   bytea not null constraint invitation_token_is_unique unique,
    email        text not null constraint invitation_email_is_lower_case check (email = lower(email)),
    function     text not null,
    roles        text[] not null,
    state        text,
    authority    text,
    language     text not null constraint invitation_language_is_ours check (language in ('en', 'es', 'fr', 'pt')),
    invited_by   uuid references access.account,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    begun_at     timestamptz,
    completed_at timestamptz,
    withdrawn_at timestamptz,
    constraint completed_or_withdrawn check (completed_at is null or withdrawn_at is null)
);

create index invitation_of_authority on access.invitation (authority) where completed_at is null and withdrawn_at is null;

-- Only the SHA-256 of the cookie's token: whoever has a copy of this table cannot enter with it.
create table access.session (
    id         uuid primary key,
    account    uuid not null references access.account,
    token_hash bytea not null constraint session_token_is_unique unique,
    way        text not null constraint session_way_is_known check (way in ('PASSKEY', 'PASSPHRASE', 'ENROLMENT', 'RECOVERY', 'DEMO')),
    address    text not null,
    browser    text not null,
    made_at    timestamptz not null,
    seen_at    timestamptz not null,
    ended_at   timestamptz
);

create index session_of_account on access.session (account) where ended_at is null;

create table access.passkey (
    credential   bytea primary key,
    account      uuid not null references access.account,
    key_data     bytea not null,
    counter      bigint not null,
    label        text not null,
    made_at      timestamptz not null,
    used_at      timestamptz
);

create index passkey_of_account on access.passkey (account);

-- The secret of one-time codes, sealed with a key that is not in the database. last_step makes each code good for once.
create table access.code (
    account   uuid primary key references access.account,
    secret    bytea not null,
    last_step bigint not null,
    made_at   timestamptz not null
);

-- A secret shown to somebody; confirmed once a code of it was given. The account may not exist yet.
create table access.code_offer (
    account        uuid primary key,
    secret         bytea not null,
    confirmed_step bigint,
    expires_at     timestamptz not null
);

create table access.challenge (
    hash       bytea primary key,
    purpose    text not null,
    account    uuid,
    expires_at timestamptz not null
);

-- Leaky buckets. One row is one limit; counting is one statement, so that a burst from several processes cannot slip through between reading and writing.
create table access.tries (
    subject bytea primary key,
    level   double precision not null,
    at      timestamptz not null
);

grant select, insert, update on access.account, access.invitation to ${appRole};
grant select, insert, update, delete on access.session, access.passkey, access.code, access.code_offer, access.challenge, access.tries to ${appRole};
