-- What public sources say of an incident response team besides being an authority: whom it serves, how it is written to, whether it is there yet.
create table directory.csirt (
    authority          text not null constraint csirt_pk primary key,
    name               text not null,
    full_name          text not null,
    host               text not null,
    reach              text not null constraint csirt_reach_is_known check (reach in ('NATIONAL', 'SECTORAL')),
    standing           text not null
                       constraint csirt_standing_is_known check (standing in ('ACTIVE', 'PLANNED', 'BECOMING_NATIONAL', 'UNCLEAR')),
    constituency       text not null,
    established        text constraint csirt_established_is_a_date check (established ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    website            text not null,
    email              text not null,
    telephone          text not null,
    telephone_note     text not null,
    pgp_fingerprint    text not null constraint csirt_fingerprint_is_hex check (pgp_fingerprint ~ '^([0-9A-F]{40})?$'),
    pgp_key            text not null,
    pgp_note           text not null,
    first              text not null,
    trusted_introducer text not null,
    rfc2350            text not null,
    rfc2350_date       text constraint csirt_rfc2350_date_is_a_date check (rfc2350_date ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    sources            text not null,
    seen               text constraint csirt_seen_is_a_date check (seen ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    note               text not null,
    constraint csirt_of_an_authority foreign key (authority) references directory.authority (id)
);

grant select, insert, delete on directory.csirt to ${appRole};
