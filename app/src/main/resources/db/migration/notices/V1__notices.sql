create table notices.notice (
    id              uuid primary key,
    effect_key      text not null constraint effect_happens_once unique,
    audience        text not null,
    recipient       text not null,
    language        text not null constraint language_is_ours check (language in ('en', 'es', 'fr', 'pt')),
    kind            text not null,
    reference       text not null,
    urgent          boolean not null,
    deadline        timestamptz,
    zone            text not null,
    path            text not null constraint path_is_ours check (path like '/%'),
    queued_at       timestamptz not null,
    due_at          timestamptz not null,
    leased_until    timestamptz,
    attempts        integer not null default 0,
    sent_at         timestamptz,
    failed_at       timestamptz,
    failure         text,
    acknowledged_at timestamptz,
    constraint sent_or_failed check (sent_at is null or failed_at is null)
);

create index notice_to_send on notices.notice (due_at) where sent_at is null and failed_at is null;
create index notice_in_trouble on notices.notice (audience) where failed_at is not null and acknowledged_at is null;

grant select, insert, update on notices.notice to ${appRole};
