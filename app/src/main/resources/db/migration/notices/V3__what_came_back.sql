-- Whether the recipient's own server refused it for good, while sending or in a report afterwards; a notice that we could not send says nothing about the recipient.
alter table notices.notice add column refused boolean not null default false constraint refused_has_failed check (not refused or failed_at is not null);
alter table notices.notice add column returned_at timestamptz constraint returned_was_sent check (returned_at is null or sent_at is not null);

create index notice_returned on notices.notice (audience) where returned_at is not null and acknowledged_at is null;

-- The links that ask an authority about its entry and drill it let their holder do something too.
alter table notices.notice drop constraint settled_secret_link_is_gone;
alter table notices.notice add constraint settled_secret_link_is_gone
    check (kind not in ('INVITATION', 'RECOVERY', 'ENTRY_CHECK', 'DRILL') or path = '/' or (sent_at is null and failed_at is null));

drop index notices.notice_with_secret_link;
create index notice_with_secret_link on notices.notice (queued_at)
    where kind in ('INVITATION', 'RECOVERY', 'ENTRY_CHECK', 'DRILL') and sent_at is null and failed_at is null;
