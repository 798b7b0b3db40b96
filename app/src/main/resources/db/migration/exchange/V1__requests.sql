-- Requests between authorities. What a request is follows from its acts; acts, receipts and the request's own row are written once and never changed.

-- The last number given in a state and year: PRY-2026-0001 is the first of Paraguay in 2026.
create table exchange.numbering (
    state text    not null,
    year  integer not null,
    last  integer not null,
    constraint numbering_pk primary key (state, year),
    constraint numbering_counts_from_one check (last >= 1)
);

create table exchange.request (
    id                   uuid        not null,
    reference            text        not null,
    requesting_authority text        not null,
    requesting_state     text        not null,
    requesting_zone      text        not null,
    requested_authority  text        not null,
    requested_state      text        not null,
    requested_zone       text        not null,
    measure              text        not null,
    instrument           text        not null,
    urgent               boolean     not null,
    form                 text        not null,
    extending            uuid,
    sent_at              timestamptz not null,
    constraint request_pk primary key (id),
    constraint request_reference_is_unique unique (reference),
    constraint request_extends_a_request foreign key (extending) references exchange.request (id),
    constraint request_between_two_states check (requesting_state <> requested_state)
);

create index request_extended on exchange.request (extending) where extending is not null;
create index request_of_requesting on exchange.request (requesting_authority, sent_at);
create index request_of_requested on exchange.request (requested_authority, sent_at);

-- The bytes that were signed, as they came. The digest is what makes fifty presses one act.
create table exchange.act (
    request   uuid        not null,
    number    integer     not null,
    act       uuid        not null,
    kind      text        not null,
    authority text        not null,
    account   uuid        not null,
    jws       text        not null,
    digest    text        not null,
    at        timestamptz not null,
    entry     uuid        not null,
    constraint act_pk primary key (request, number),
    constraint act_of_request foreign key (request) references exchange.request (id),
    constraint act_id_is_unique unique (request, act),
    constraint act_happens_once unique (digest),
    constraint act_digest_is_hex check (digest ~ '^[0-9a-f]{64}$'),
    constraint act_numbers_count_from_one check (number >= 1),
    constraint act_kind_is_known
        check (kind in ('send', 'open', 'take-in-charge', 'preserve', 'decline', 'ask', 'answer', 'withdraw'))
);

-- One receipt for each act that gets one.
create table exchange.receipt (
    request uuid        not null,
    act     uuid        not null,
    kind    text        not null,
    jws     text        not null,
    at      timestamptz not null,
    entry   uuid        not null,
    constraint receipt_pk primary key (request, act),
    constraint receipt_of_act foreign key (request, act) references exchange.act (request, act),
    constraint receipt_kind_is_known check (kind in ('delivered', 'opened', 'taken-in-charge'))
);

-- The request key, sealed to each of the two authorities. A recall before opening removes the requested side's copy, nothing else ever does.
create table exchange.request_key (
    request    uuid    not null,
    authority  text    not null,
    generation integer not null,
    sealed     bytea   not null,
    constraint request_key_pk primary key (request, authority),
    constraint request_key_of_request foreign key (request) references exchange.request (id)
);

-- What the acts amount to, for the order of the desk. Written with each act, in its transaction, from the acts; decides nothing and can be made again from them.
-- Its row is also what is locked while an act is taken, so that acts on one request come one after the other.
create table exchange.standing (
    request          uuid        not null,
    stage            text        not null,
    turn             text,
    task             text,
    due              timestamptz,
    guaranteed_until timestamptz,
    extended         boolean     not null,
    last_act         text        not null,
    last_at          timestamptz not null,
    constraint standing_pk primary key (request),
    constraint standing_of_request foreign key (request) references exchange.request (id),
    constraint standing_stage_is_known
        check (stage in ('sent', 'opened', 'in-charge', 'preserved', 'noticed', 'declined', 'withdrawn')),
    constraint standing_turn_has_a_task check ((turn is null) = (task is null)),
    constraint standing_turn_is_a_side check (turn in ('requesting', 'requested'))
);

grant select, insert on exchange.request, exchange.act, exchange.receipt to ${appRole};
grant select, insert, update on exchange.numbering, exchange.standing to ${appRole};
grant select, insert, delete on exchange.request_key to ${appRole};
