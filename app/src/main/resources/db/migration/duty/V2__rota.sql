-- The rota of an authority. A shift is written anew with every change, so that who was to be on duty can be read as it was known then; the newest version holds.
-- Days and times are those of the authority's own clocks: what they are in UTC follows from the time zone data of the day they are read.
create table duty.shift (
    id         uuid        not null,
    version    integer     not null,
    authority  text        not null,
    rhythm     text        not null,
    days       text        not null,
    from_day   date        not null,
    from_time  time        not null,
    until_day  date,
    until_time time        not null,
    account    uuid,
    function   text        not null,
    telephone  text        not null,
    nobody     boolean     not null,
    languages  text        not null,
    removed    boolean     not null,
    by         uuid        not null,
    by_name    text        not null,
    at         timestamptz not null,
    constraint shift_pk primary key (id, version),
    constraint shift_version_counts_from_one check (version > 0),
    constraint shift_rhythm_is_known check (rhythm in ('WEEKLY', 'ONCE')),
    constraint shift_days_are_of_the_week check (days ~ '^[1-7]*$'),
    constraint shift_weekly_has_days check ((rhythm = 'WEEKLY') = (days <> '')),
    constraint shift_once_has_an_end check (rhythm = 'WEEKLY' or until_day is not null),
    constraint shift_of_nobody_is_once check (not nobody or (rhythm = 'ONCE' and account is null)),
    constraint shift_says_who check (nobody or account is not null or function <> '' or telephone <> '')
);
create index shift_of_authority on duty.shift (authority, id, version);

-- The duty given from one officer to another. The note is for the authority alone.
create table duty.hand_over (
    id            uuid        not null,
    authority     text        not null,
    from_account  uuid        not null,
    from_name     text        not null,
    from_function text        not null,
    note          text        not null,
    at            timestamptz not null,
    constraint hand_over_pk primary key (id),
    constraint hand_over_has_one_giver unique (id, from_account)
);
create index hand_over_of_authority on duty.hand_over (authority, at desc);

create table duty.acceptance (
    hand_over    uuid        not null,
    from_account uuid        not null,
    account      uuid        not null,
    name         text        not null,
    function     text        not null,
    at           timestamptz not null,
    constraint acceptance_pk primary key (hand_over),
    constraint acceptance_of_a_hand_over foreign key (hand_over, from_account) references duty.hand_over (id, from_account),
    constraint acceptance_by_another_officer check (account <> from_account)
);

grant select, insert on duty.shift, duty.hand_over, duty.acceptance to ${appRole};
