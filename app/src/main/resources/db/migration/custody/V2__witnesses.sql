-- What witnesses, outside, say of our checkpoints: that each continues every one they had seen. As append-only as the log itself.
create table custody.cosignature (
    size    bigint      not null,
    witness text        not null,
    line    text        not null,
    at      timestamptz not null,
    constraint cosignature_pk primary key (size, witness),
    constraint cosignature_of_checkpoint foreign key (size) references custody.checkpoint (size)
);

-- Checkpoints with our own signature that this database does not have: it was put back to an earlier state, or somebody else signs with our key.
create table custody.contradiction (
    digest text        not null,
    note   text        not null,
    at     timestamptz not null,
    constraint contradiction_pk primary key (digest)
);

grant select, insert on custody.cosignature, custody.contradiction to ${appRole};

-- When each witness was last heard of, also where nothing had happened in between. Proves nothing.
create table custody_work.witness (
    name text        not null,
    size bigint      not null,
    at   timestamptz not null,
    constraint witness_pk primary key (name)
);

grant select, insert, update on custody_work.witness to ${appRole};
