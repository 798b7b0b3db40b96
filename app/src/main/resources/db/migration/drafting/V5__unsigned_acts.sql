-- What was typed into the form of an act and is not signed yet, sealed to the authority whose officers type it. The version is the millisecond of its saving: what was thrown
-- away and begun anew is never taken for what it was before.
create table drafting.unsigned_act (
    request          uuid        not null,
    authority        text        not null,
    form             text        not null,
    version          bigint      not null,
    sealed           bytea       not null,
    since            timestamptz not null,
    saved_at         timestamptz not null,
    saved_by         text        not null,
    saved_by_account uuid        not null,
    constraint unsigned_act_pk primary key (request, authority, form),
    constraint unsigned_act_form_is_named check (form ~ '^[a-z0-9-]{1,64}$'),
    constraint unsigned_act_is_versioned check (version > 0)
);

create index unsigned_act_of_authority on drafting.unsigned_act (authority, saved_at);

grant select, insert, update, delete on drafting.unsigned_act to ${appRole};
