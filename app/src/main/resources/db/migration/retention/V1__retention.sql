-- How long authorities keep requests that are over, what they hold back, and what two of their officers gave up. Facts only: nothing here is changed or taken away.

-- For how long: the newest row of an authority and kind of request counts ('' for all kinds that have none of their own). Without an amount nothing is ever given up.
create table retention.choice (
    authority text        not null,
    kind      text        not null,
    since     timestamptz not null,
    amount    integer,
    unit      text,
    account   uuid        not null,
    constraint choice_pk primary key (authority, kind, since),
    constraint choice_amount_has_a_unit check ((amount is null) = (unit is null)),
    constraint choice_amount_is_positive check (amount between 1 and 36500),
    constraint choice_unit_is_known check (unit in ('days', 'years'))
);

-- That deleting was announced, a month and a week ahead. Where the last activity, the period or a hold moves the day, it is another one, and announced anew.
create table retention.announcement (
    request   uuid        not null,
    authority text        not null,
    due       timestamptz not null,
    ahead     integer     not null,
    at        timestamptz not null,
    constraint announcement_pk primary key (authority, request, due, ahead),
    constraint announcement_is_of_two_kinds check (ahead in (30, 7))
);

-- A hold goes before every period. The reference is a file number of the authority's own, nothing of the matter.
create table retention.hold (
    id        uuid        not null,
    request   uuid        not null,
    authority text        not null,
    ground    text        not null,
    reference text        not null,
    placed_by uuid        not null,
    placed_at timestamptz not null,
    constraint hold_pk primary key (id),
    constraint hold_ground_is_known check (ground in ('proceedings', 'appeal', 'claim', 'audit', 'other')),
    constraint hold_reference_is_short check (length(reference) <= 60)
);
create index hold_of_request on retention.hold (authority, request);

-- What one officer proposes and another decides: to give requests up, or to lift a hold.
create table retention.proposal (
    id          uuid        not null,
    authority   text        not null,
    hold        uuid,
    ground      text,
    reference   text        not null,
    proposed_by uuid        not null,
    proposed_at timestamptz not null,
    constraint proposal_pk primary key (id),
    constraint proposal_has_one_proposer unique (id, proposed_by),
    constraint proposal_lifts_a_hold foreign key (hold) references retention.hold (id),
    constraint proposal_is_of_one_kind check ((hold is null) = (ground is not null)),
    constraint proposal_ground_is_known check (ground in ('period', 'order')),
    constraint proposal_reference_is_short check (length(reference) <= 60)
);
create index proposal_of_authority on retention.proposal (authority, proposed_at);

create table retention.proposed (
    proposal uuid    not null,
    number   integer not null,
    request  uuid    not null,
    constraint proposed_pk primary key (proposal, number),
    constraint proposed_once unique (proposal, request),
    constraint proposed_of_proposal foreign key (proposal) references retention.proposal (id)
);

-- The database itself holds the rule of two persons: whoever proposed can only take it back.
create table retention.decision (
    proposal    uuid        not null,
    proposed_by uuid        not null,
    verdict     text        not null,
    by          uuid        not null,
    at          timestamptz not null,
    jws         text,
    digest      text,
    entry       uuid,
    constraint decision_pk primary key (proposal),
    constraint decision_on_a_proposal foreign key (proposal, proposed_by) references retention.proposal (id, proposed_by),
    constraint decision_verdict_is_known check (verdict in ('approved', 'refused', 'withdrawn')),
    constraint decision_by_another_person check ((verdict = 'withdrawn') = (by = proposed_by)),
    constraint decision_signed_is_entered check ((jws is null) = (digest is null) and (jws is null) = (entry is null)),
    constraint decision_signed_approves check (jws is null or verdict = 'approved'),
    constraint decision_digest_is_hex check (digest ~ '^[0-9a-f]{64}$')
);

-- What went. The request's own rows, its receipts and its entries in the log stay where they are.
create table retention.deletion (
    request   uuid        not null,
    authority text        not null,
    proposal  uuid        not null,
    at        timestamptz not null,
    constraint deletion_pk primary key (request, authority, proposal),
    constraint deletion_was_approved foreign key (proposal) references retention.decision (proposal)
);
create index deletion_of_authority on retention.deletion (authority, at);

grant select, insert on retention.choice, retention.announcement, retention.hold, retention.proposal, retention.proposed,
    retention.decision, retention.deletion to ${appRole};
