-- When letters that can wait should come: of a role mailbox ('authority:<id>') or of a person ('account:<id>'), on their own clocks. The newest holds.
create table reach.wish (
    audience text        not null,
    since    timestamptz not null,
    manner   text        not null constraint wish_manner_is_known check (manner in ('at-once', 'not-at-night', 'once-a-day')),
    begins   time,
    ends     time,
    account  uuid        not null,
    constraint wish_pk primary key (audience, since),
    constraint wish_says_when check ((begins is null) = (manner = 'at-once') and (ends is null) = (manner <> 'not-at-night')),
    constraint wish_night_has_a_length check (begins <> ends)
);

-- What was done about a letter that did not arrive. A row is written once, in the transaction that queues the letters to other addresses.
create table reach.second_way (
    effect_key text        not null constraint second_way_pk primary key,
    tried      timestamptz not null,
    letters    integer     not null constraint second_way_counts_letters check (letters >= 0),
    told       integer     not null constraint second_way_counts_told check (told >= 0)
);

grant select, insert on reach.wish, reach.second_way to ${appRole};
