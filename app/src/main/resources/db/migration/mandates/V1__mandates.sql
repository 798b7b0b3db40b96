-- Every approved state of a mandate, the latest of which stands. It names a person: nothing in this schema is shown but through the room's one finder.
create table mandates.version (
    change          uuid        not null constraint version_pk primary key,
    id              uuid        not null,
    gone            boolean     not null,
    at              timestamptz not null,
    state           text        not null,
    authority       text,
    network         text        not null
        constraint version_network_is_known check (network in ('CONTACT_24_7', 'CSIRT', 'CENTRAL_AUTHORITIES', 'PROSECUTORS', 'TECHNICAL_GROUP')),
    name            text        not null constraint version_names_a_person check (btrim(name) <> ''),
    role            text        not null,
    since           date        not null,
    until           date,
    suspended_since date,
    suspended_until date,
    email           text        not null,
    telephone       text        not null,
    languages       text        not null,
    visibility      text        not null
        constraint version_visibility_is_known check (visibility in ('PUBLIC', 'MEMBERS', 'NETWORK', 'SECRETARIAT')),
    evidence        text        not null,
    constraint version_ends_after_it_begins check (until is null or until >= since),
    constraint version_suspension_begins check (suspended_until is null or suspended_until >= suspended_since)
);
create index version_of_mandate on mandates.version (id, at);

-- "Still the same person", said by the state.
create table mandates.confirmation (
    id      uuid        not null constraint confirmation_pk primary key,
    mandate uuid        not null,
    by      uuid        not null,
    by_name text        not null,
    at      timestamptz not null
);
create index confirmation_of_mandate on mandates.confirmation (mandate, at);

grant select, insert on mandates.version, mandates.confirmation to ${appRole};
