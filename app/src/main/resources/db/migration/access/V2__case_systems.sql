-- An authority's own case system is an officer's account without a person: it signs with a key of its own and enters with a token only.
alter table access.account add column system boolean not null default false
    constraint system_is_an_officer_and_nothing_else check (not system or roles = array ['OFFICER']);

-- What a case system enters with. Only the SHA-256 of the token: whoever has a copy of this table cannot enter with it.
create table access.program_token (
    id         uuid primary key,
    account    uuid not null references access.account,
    token_hash bytea not null constraint program_token_is_unique unique,
    label      text not null constraint program_token_is_named check (btrim(label) <> ''),
    acts       boolean not null,
    made_by    uuid not null references access.account,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    used_from  text,
    ended_at   timestamptz,
    ended_by   uuid references access.account,
    constraint program_token_lives_a_year_at_most check (expires_at > made_at and expires_at <= made_at + interval '366 days'),
    constraint program_token_is_used_from_somewhere check ((used_at is null) = (used_from is null))
);

create index program_token_of_account on access.program_token (account) where ended_at is null;
create index program_token_by_maker on access.program_token (made_by) where ended_at is null;

grant select, insert, update on access.program_token to ${appRole};
