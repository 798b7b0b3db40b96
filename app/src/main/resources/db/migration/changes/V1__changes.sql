-- Changes to shared facts: proposed by one person, decided by another. Written once; the database itself holds the rule of two persons.
create table changes.change (
    id               uuid        not null,
    kind             text        not null,
    subject          text        not null,
    state            text        not null,
    before           jsonb,
    after            jsonb,
    way              text        not null,
    source           text        not null,
    address          text        not null,
    note             text        not null,
    due              date,
    proposed_by      uuid        not null,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    constraint change_pk primary key (id),
    constraint change_has_one_proposer unique (id, proposed_by),
    constraint change_changes_something check (before is distinct from after),
    constraint change_state_is_iso3 check (state ~ '^[A-Z]{3}$')
);
create index change_of_subject on changes.change (kind, subject, proposed_at);

create table changes.decision (
    change      uuid        not null,
    proposed_by uuid        not null,
    verdict     text        not null,
    by          uuid        not null,
    by_name     text        not null,
    reason      text        not null,
    at          timestamptz not null,
    constraint decision_pk primary key (change),
    constraint decision_on_a_change foreign key (change, proposed_by) references changes.change (id, proposed_by),
    constraint decision_verdict_is_known check (verdict in ('APPROVED', 'REFUSED', 'WITHDRAWN')),
    constraint decision_by_another_person check ((verdict = 'WITHDRAWN') = (by = proposed_by)),
    constraint decision_against_gives_a_reason check (verdict <> 'REFUSED' or reason <> '')
);
create index decision_latest on changes.decision (at desc);

grant select, insert on changes.change, changes.decision to ${appRole};
