-- What officers state about keys, as it came. Never changed: what was logged is what is here.
create table keys.statement (
    digest     bytea primary key constraint digest_is_sha256 check (length(digest) = 32),
    kind       text not null constraint kind_is_known check (kind in ('OFFICER_KEY', 'AUTHORITY_KEY', 'ADMISSION', 'DEPARTURE')),
    jws        text not null,
    entry      uuid not null,
    entered_at timestamptz not null
);

create table keys.officer_key (
    account   uuid primary key,
    digest    bytea not null constraint officer_key_is_stated_once unique references keys.statement,
    key_id    text not null constraint key_is_of_one_account unique,
    key       bytea not null,
    recipient text not null constraint recipient_is_of_one_account unique
);

-- An officer key sealed for one way to unlock it. The server cannot open any.
create table keys.lock (
    id         uuid primary key,
    account    uuid not null references keys.officer_key,
    kind       text not null constraint lock_kind_is_known check (kind in ('PASSKEY', 'PASSPHRASE', 'PAPER', 'DEMO')),
    credential bytea constraint lock_of_credential_is_unique unique,
    identity   text,
    sealed     bytea not null,
    constraint passkey_has_a_credential check ((credential is not null) = (kind = 'PASSKEY')),
    constraint demo_has_an_identity check ((identity is not null) = (kind = 'DEMO'))
);

create index lock_of_account on keys.lock (account);
create unique index one_of_these_an_account on keys.lock (account, kind) where kind <> 'PASSKEY';

create table keys.memory (
    account uuid primary key references keys.officer_key,
    version bigint not null,
    sealed  bytea not null
);

-- One row an authority, so that two who change its keys at once wait for each other. The facts are below.
create table keys.authority (
    id         text primary key,
    generation integer not null
);

create table keys.authority_key (
    authority  text not null references keys.authority,
    generation integer not null constraint generations_begin_at_one check (generation >= 1),
    recipient  text not null constraint authority_recipient_is_unique unique,
    paper      text,
    paper_key  bytea,
    maker      uuid not null references keys.officer_key,
    digest     bytea not null references keys.statement,
    made_at    timestamptz not null,
    primary key (authority, generation),
    constraint sheet_has_both check ((paper is null) = (paper_key is null))
);

-- Who was admitted to which generation: its maker, and everybody with an admission.
create table keys.member (
    authority  text not null,
    generation integer not null,
    account    uuid not null references keys.officer_key,
    digest     bytea not null references keys.statement,
    primary key (authority, generation, account),
    foreign key (authority, generation) references keys.authority_key
);

create table keys.departure (
    authority  text not null,
    generation integer not null,
    account    uuid not null,
    digest     bytea not null references keys.statement,
    primary key (authority, account),
    foreign key (authority, generation, account) references keys.member
);

-- Copies of an authority's key, sealed to its officers and to its recovery sheet.
create table keys.copy (
    authority  text not null,
    generation integer not null,
    account    uuid not null,
    sealed     bytea not null,
    primary key (authority, generation, account),
    foreign key (authority, generation) references keys.authority_key
);

create table keys.paper_copy (
    authority  text not null,
    generation integer not null,
    sealed     bytea not null,
    primary key (authority, generation),
    foreign key (authority, generation) references keys.authority_key
);

grant select, insert on keys.statement, keys.officer_key, keys.authority_key, keys.member, keys.departure to ${appRole};
grant select, insert, update, delete on keys.lock, keys.memory, keys.copy to ${appRole};
grant select, insert, update on keys.authority, keys.paper_copy to ${appRole};
