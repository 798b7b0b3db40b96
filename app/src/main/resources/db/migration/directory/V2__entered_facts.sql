-- What two persons entered here of an authority. Each version holds from its day on and goes before the row of the dataset; older days keep what was known then.
create table directory.entered_authority (
    change            uuid        not null constraint entered_authority_pk primary key,
    id                text        not null,
    since             date        not null,
    at                timestamptz not null,
    listed            boolean     not null,
    state             text        not null,
    kind              text        not null,
    original_name     text        not null,
    original_language text        not null,
    name_en           text,
    name_es           text,
    name_fr           text,
    name_pt           text,
    parent            text        not null,
    languages         text        not null,
    zone              text        not null,
    opens             time,
    closes            time,
    always_open       boolean     not null,
    mailbox           text,
    website           text        not null,
    public_email      text        not null,
    public_telephone  text        not null,
    source            text        not null,
    sample            boolean     not null,
    constraint entered_authority_has_a_name check (coalesce(name_en, name_es, name_fr, name_pt) is not null),
    constraint entered_authority_opens_before_it_closes
        check ((opens is null) = (closes is null) and (opens is null or opens < closes))
);
create index entered_authority_of_day on directory.entered_authority (id, since, at);

create view directory.authority_version as
select id, state, kind, original_name, original_language, name_en, name_es, name_fr, name_pt, parent, languages, zone, opens, closes,
       always_open, mailbox, website, public_email, public_telephone, source, seen, note, sample, listed,
       date '0001-01-01' as since, cast(null as timestamptz) as entered
from directory.authority
union all
select id, state, kind, original_name, original_language, name_en, name_es, name_fr, name_pt, parent, languages, zone, opens, closes,
       always_open, mailbox, website, public_email, public_telephone, source, since::text, '', sample, listed, since, at
from directory.entered_authority;

-- What two persons entered here of a designation. Its own period says on which days it holds, so it stands for all of them, whatever the dataset says.
create table directory.entered_designation (
    authority  text        not null,
    instrument text        not null,
    function   text        not null,
    gone       boolean     not null,
    article    text        not null,
    languages  text        not null,
    since      text        constraint entered_designation_since_is_a_date check (since ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    until      text        constraint entered_designation_until_is_a_date check (until ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    evidence   text,
    source     text        not null,
    seen       text        constraint entered_designation_seen_is_a_date check (seen ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
    sample     boolean     not null,
    change     uuid        not null,
    at         timestamptz not null,
    constraint entered_designation_pk primary key (authority, instrument, function)
);

-- The designations of an authority that was taken out end on that day.
create view directory.recorded_designation as
with taken_out as (
    select id, since::text as since
    from (select distinct on (id) id, since, listed from directory.entered_authority order by id, since desc, at desc) latest
    where not listed
), known as (
    select authority, instrument, function, article, languages, since, until, evidence, source, seen, note, sample
    from directory.designation d
    where not exists (
        select 1 from directory.entered_designation e
        where e.authority = d.authority and e.instrument = d.instrument and e.function = d.function
    )
    union all
    select authority, instrument, function, article, languages, since, until, evidence, source, seen, '', sample
    from directory.entered_designation
    where not gone
)
select k.authority, k.instrument, k.function, k.article, k.languages, k.since, least(k.until, t.since) as until, k.evidence, k.source, k.seen,
       k.note, k.sample
from known k left join taken_out t on t.id = k.authority;

-- "All still right": who said so about an entry, how, and until when it can be relied on. An entry is an authority or one of its designations.
create table directory.confirmation (
    id      uuid        not null constraint confirmation_pk primary key,
    entry   text        not null,
    way     text        not null,
    by      uuid,
    by_name text        not null,
    at      timestamptz not null,
    expires date        not null,
    constraint confirmation_way_is_known check (way in ('COORDINATOR', 'AUTHORITY', 'NOTE_VERBALE', 'MAILBOX'))
);
create index confirmation_of_entry on directory.confirmation (entry, at);

-- "It is no longer so", said in a meeting: marks the entry at once, before there is any paper.
create table directory.report (
    id      uuid        not null constraint report_pk primary key,
    entry   text        not null,
    state   text        not null,
    said    text        not null,
    meeting text        not null,
    due     date        not null,
    by      uuid        not null,
    by_name text        not null,
    at      timestamptz not null
);
create index report_of_entry on directory.report (entry, at);

-- A report that was entered by mistake.
create table directory.report_withdrawal (
    report  uuid        not null constraint report_withdrawal_pk primary key,
    reason  text        not null constraint report_withdrawal_gives_a_reason check (reason <> ''),
    by      uuid        not null,
    by_name text        not null,
    at      timestamptz not null,
    constraint report_withdrawal_of_a_report foreign key (report) references directory.report (id)
);

grant select, insert on directory.entered_authority, directory.confirmation, directory.report, directory.report_withdrawal to ${appRole};
grant select, insert, update on directory.entered_designation to ${appRole};
grant select on directory.authority_version, directory.recorded_designation to ${appRole};
