-- The custody log. The application may add to these tables and read them; it may not change or remove a row, whatever a bug or an intruder in it attempts.

-- Under which name and key this log was begun: one row, for ever.
create table custody.origin (
    one  boolean not null default true,
    name text    not null,
    key  text    not null,
    constraint origin_pk primary key (one),
    constraint origin_is_one check (one)
);

-- The declared bytes of each entry, written in the transaction of the act they tell of. The subject is in the bytes too; here it can be searched.
create table custody.entry (
    id      uuid  not null,
    subject text,
    bytes   bytea not null,
    constraint entry_pk primary key (id),
    constraint entry_has_declared_length check (octet_length(bytes) between 1 and 1024)
);

create index entry_about on custody.entry (subject, id) where subject is not null;

-- The place of each entry. Two sequencers that race want the same index: the primary key lets one of them commit.
create table custody.leaf (
    index bigint not null,
    entry uuid   not null,
    hash  bytea  not null,
    constraint leaf_pk primary key (index),
    constraint leaf_holds_entry_once unique (entry),
    constraint leaf_of_entry foreign key (entry) references custody.entry (id),
    constraint leaf_counts_from_zero check (index >= 0),
    constraint leaf_hash_is_sha256 check (octet_length(hash) = 32)
);

-- The root of each complete tile: level 1 over 256 leaves, level 2 over 256 of level 1. With them a proof reads a handful of tiles, not the log.
create table custody.node (
    level smallint not null,
    index bigint   not null,
    hash  bytea    not null,
    constraint node_pk primary key (level, index),
    constraint node_above_leaves check (level between 1 and 7 and index >= 0),
    constraint node_hash_is_sha256 check (octet_length(hash) = 32)
);

-- Every checkpoint that was ever signed, one for each batch, as it was published.
create table custody.checkpoint (
    size      bigint      not null,
    note      text        not null,
    signed_at timestamptz not null,
    constraint checkpoint_pk primary key (size),
    constraint checkpoint_not_negative check (size >= 0)
);

grant select, insert on custody.origin, custody.entry, custody.leaf, custody.node, custody.checkpoint to ${appRole};

-- What is still to be sequenced. It proves nothing, so it may be deleted from.
create schema custody_work;

create table custody_work.pending (
    entry uuid not null,
    constraint pending_pk primary key (entry)
);

grant usage on schema custody_work to ${appRole};
grant select, insert, delete on custody_work.pending to ${appRole};
