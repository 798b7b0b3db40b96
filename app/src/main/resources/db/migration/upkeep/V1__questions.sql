-- A question by mail to an authority. Only the SHA-256 of the token of its link is kept. The number is the lease: two processes that ask at once take the same one.
create table upkeep.question (
    id         uuid        not null constraint question_pk primary key,
    authority  text        not null,
    purpose    text        not null constraint question_purpose_is_known check (purpose in ('ENTRY', 'DRILL')),
    number     integer     not null constraint question_number_counts check (number > 0),
    rung       text        not null constraint question_rung_is_known check (rung in ('MAILBOX', 'DEPUTY', 'COORDINATORS')),
    recipient  text        not null,
    token_hash bytea       constraint question_token_is_unique unique,
    asked_by   uuid,
    asked_at   timestamptz not null,
    expires_at timestamptz not null,
    constraint question_is_asked_once unique (authority, purpose, number),
    constraint question_has_a_link_unless_it_goes_to_coordinators
        check ((token_hash is null) = (rung = 'COORDINATORS') and (recipient = '') = (rung = 'COORDINATORS')),
    constraint question_is_asked_before_it_expires check (asked_at < expires_at)
);

-- The first answer is the only one.
create table upkeep.answer (
    question uuid        not null constraint answer_pk primary key constraint answer_to_a_question references upkeep.question (id),
    verdict  text        not null constraint answer_verdict_is_known check (verdict in ('RIGHT', 'WRONG', 'PRESENT')),
    at       timestamptz not null
);

grant select, insert on upkeep.question, upkeep.answer to ${appRole};
