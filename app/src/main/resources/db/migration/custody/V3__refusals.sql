-- What was not taken, as it was signed for whoever had sent it, in the order of the day (UTC). The number is part of the key: whatever arrives at once, no account brings
-- more than forty entries a day into the log by being refused.
create table custody.refusal (
    account uuid     not null,
    day     date     not null,
    number  smallint not null,
    request uuid     not null,
    code    text     not null,
    digest  text     not null,
    jws     text     not null,
    entry   uuid     not null,
    constraint refusal_pk primary key (account, day, number),
    constraint refusal_once unique (account, request, code, digest),
    constraint refusal_entered_once unique (entry),
    constraint refusal_of_entry foreign key (entry) references custody.entry (id),
    constraint refusal_not_without_end check (number between 1 and 40)
);

grant select, insert on custody.refusal to ${appRole};

-- Those refused at the same moment take turns here, one account at a time. Proves nothing.
create table custody_work.refused (
    account uuid not null,
    constraint refused_pk primary key (account)
);

grant select, insert, update on custody_work.refused to ${appRole};
