-- A code that one authority asked for so that another can be sure who is on the telephone. Good for ten minutes and for once.
create table duty.call_code (
    id       uuid        not null,
    code     text        not null,
    side     text        not null,
    issuer   text        not null,
    account  uuid        not null,
    name     text        not null,
    function text        not null,
    checker  text        not null,
    at       timestamptz not null,
    expires  timestamptz not null,
    constraint call_code_pk primary key (id),
    constraint call_code_is_eight_digits check (code ~ '^[0-9]{8}$'),
    constraint call_code_side_is_known check (side in ('CALLER', 'CALLED')),
    constraint call_code_between_two_authorities check (issuer <> checker),
    constraint call_code_is_short_lived check (expires > at and expires <= at + interval '10 minutes')
);
create index call_code_of_checker on duty.call_code (checker, code, expires);
create index call_code_of_issuer on duty.call_code (issuer, at);

-- The code was said on the telephone and typed by the other side. The key makes it good for once, whoever types at the same moment.
create table duty.call_check (
    call     uuid        not null,
    account  uuid        not null,
    name     text        not null,
    function text        not null,
    at       timestamptz not null,
    constraint call_check_pk primary key (call),
    constraint call_check_of_a_code foreign key (call) references duty.call_code (id)
);

grant select, insert on duty.call_code, duty.call_check to ${appRole};
