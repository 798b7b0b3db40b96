-- What a state declared that it needs in a request, beyond the form: each approved version of each rule, the latest of which stands from its day on.
create table requirements.version (
    change    uuid        not null constraint version_pk primary key,
    state     text        not null,
    form      text        not null,
    field     text        not null,
    gone      boolean     not null,
    at        timestamptz not null,
    since     date        not null,
    need      text
        constraint version_need_is_known check (need in ('blocking', 'recommended', 'optional', 'not-accepted')),
    languages text        not null,
    note_en   text        not null,
    note_es   text        not null,
    note_fr   text        not null,
    note_pt   text        not null,
    evidence  text        not null,
    constraint version_says_of_a_field_what_it_needs check ((field = '') = (need is null))
);
create index version_of_rule on requirements.version (state, form, field, since, at);

grant select, insert on requirements.version to ${appRole};
