-- Who is told by mail what changed lately. The token lets its holder read those changes, which are public, and stop the mails; nothing else.
create table updates.reader (
    account    uuid        not null constraint reader_pk primary key,
    token      uuid        not null constraint reader_token_is_unique unique,
    told_until timestamptz not null,
    told_on    date
);

-- `topic` is all, state/CRI or instrument/untoc.
create table updates.subscription (
    account uuid        not null,
    topic   text        not null,
    made_at timestamptz not null,
    constraint subscription_pk primary key (account, topic),
    constraint subscription_of_a_reader foreign key (account) references updates.reader (account) on delete cascade,
    constraint subscription_topic_is_known check (topic ~ '^(all|state/[A-Z]{3}|instrument/[a-z0-9-]+)$')
);

grant select, insert, update, delete on updates.reader, updates.subscription to ${appRole};
