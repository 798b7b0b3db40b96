create table directory.authority (
    id                text not null constraint authority_pk primary key,
    state             text not null,
    kind              text not null,
    original_name     text not null,
    original_language text not null,
    name_en           text,
    name_es           text,
    name_fr           text,
    name_pt           text,
    parent            text not null,
    languages         text not null,
    zone              text not null,
    opens             time,
    closes            time,
    always_open       boolean not null,
    mailbox           text,
    website           text not null,
    public_email      text not null,
    public_telephone  text not null,
    source            text not null,
    seen              text constraint authority_seen_is_a_date check (seen ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    note              text not null,
    sample            boolean not null,
    listed            boolean not null,
    constraint authority_has_a_name check (coalesce(name_en, name_es, name_fr, name_pt) is not null),
    constraint authority_opens_before_it_closes check ((opens is null) = (closes is null) and (opens is null or opens < closes)),
    constraint authority_is_a_sample_or_has_a_source check (sample = (source = ''))
);
create index authority_of_state on directory.authority (state);

create table directory.designation (
    authority  text not null constraint designation_of_an_authority references directory.authority (id),
    instrument text not null,
    function   text not null,
    article    text not null,
    languages  text not null,
    since      text constraint designation_since_is_a_date check (since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    until      text constraint designation_until_is_a_date check (until ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    evidence   text,
    source     text not null,
    seen       text constraint designation_seen_is_a_date check (seen ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    note       text not null,
    sample     boolean not null,
    constraint designation_pk primary key (authority, instrument, function, source),
    constraint designation_is_a_sample_or_has_a_source check (sample = (source = '') and sample = (evidence is null))
);

grant select, insert, update, delete on all tables in schema directory to ${appRole};
