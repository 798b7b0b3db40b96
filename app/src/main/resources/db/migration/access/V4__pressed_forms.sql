-- A form that was pressed, by the digest of its key, its address and all that stood in it; where it led, once it did.
create table access.pressed (
    press    bytea not null,
    at       timestamptz not null,
    led_to   text,
    constraint pressed_pk primary key (press)
);

grant select, insert, update, delete on access.pressed to ${appRole};
