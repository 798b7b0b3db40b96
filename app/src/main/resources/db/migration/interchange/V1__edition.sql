-- What the directory said of a state, as the data file behind a printed directory has it. Kept once for each content, so that paper can be checked years later.
create table interchange.edition (
    state  text        not null,
    sha256 text        not null constraint edition_sha256_is_hex check (sha256 ~ '^[0-9a-f]{64}$'),
    data   text        not null,
    first  timestamptz not null,
    last   timestamptz not null,
    constraint edition_pk primary key (state, sha256),
    constraint edition_state_is_iso3 check (state ~ '^[A-Z]{3}$'),
    constraint edition_lasts_forward check (first <= last)
);
create index edition_by_hash on interchange.edition (sha256);

grant select, insert, update on interchange.edition to ${appRole};
