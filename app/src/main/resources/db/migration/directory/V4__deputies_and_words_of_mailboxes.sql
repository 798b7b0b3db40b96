-- The address that is asked when the mailbox does not answer.
alter table directory.authority add column deputy_mailbox text;
alter table directory.entered_authority add column deputy_mailbox text;

create or replace view directory.authority_version as
select id, state, kind, original_name, original_language, name_en, name_es, name_fr, name_pt, parent, languages, zone, opens, closes,
       always_open, mailbox, website, public_email, public_telephone, source, seen, note, sample, listed,
       date '0001-01-01' as since, cast(null as timestamptz) as entered, deputy_mailbox
from directory.authority
union all
select id, state, kind, original_name, original_language, name_en, name_es, name_fr, name_pt, parent, languages, zone, opens, closes,
       always_open, mailbox, website, public_email, public_telephone, source, since::text, '', sample, listed, since, at, deputy_mailbox
from directory.entered_authority;

-- Whoever reads the authority's mailbox has no account and was in no meeting.
alter table directory.report alter column by drop not null;
alter table directory.report add constraint report_is_of_a_meeting_or_of_the_authority check ((by is null) = (meeting = ''));
