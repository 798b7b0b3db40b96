-- Among how many custodians a recovery sheet is divided, and how many of them are needed. Neither their names nor anything of the shares is here.
-- It is written only after so many shares were typed back from paper, in the browser of rehearsed_by.
create table keys.sheet (
    authority    text not null references keys.authority,
    paper        text not null,
    shares       integer not null,
    threshold    integer not null,
    rehearsed_at timestamptz not null,
    rehearsed_by uuid not null references keys.officer_key,
    primary key (authority, paper),
    constraint division_is_possible check (
        (shares = 1 and threshold = 1) or (shares between 2 and 7 and threshold between 2 and shares))
);

grant select, insert on keys.sheet to ${appRole};
