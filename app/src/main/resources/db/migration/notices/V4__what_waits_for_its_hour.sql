-- A letter that can wait is held back until the recipient wants letters; several that were held back leave as one, their digest, and share its fate.
alter table notices.notice add column waits boolean not null default false;
alter table notices.notice add column digest uuid constraint digest_is_a_letter references notices.notice (id);
alter table notices.notice add column acknowledged_by uuid;

alter table notices.notice add constraint digest_waits_no_more check (not waits or digest is null);
alter table notices.notice add constraint digest_is_in_no_digest check (kind <> 'DIGEST' or (digest is null and not waits));
alter table notices.notice add constraint secret_link_does_not_wait
    check (not waits or kind not in ('INVITATION', 'RECOVERY', 'ENTRY_CHECK', 'DRILL'));

drop index notices.notice_to_send;
create index notice_to_send on notices.notice (due_at) where sent_at is null and failed_at is null and not waits and digest is null;
create index notice_that_waits on notices.notice (audience) where waits and sent_at is null and failed_at is null;
create index notice_in_digest on notices.notice (digest) where digest is not null;

drop index notices.notice_in_trouble;
drop index notices.notice_returned;
create index notice_in_trouble on notices.notice ((coalesce(failed_at, returned_at))) where failed_at is not null or returned_at is not null;
create index notice_of_audience on notices.notice (audience, path);
