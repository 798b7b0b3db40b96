-- The link of an invitation or a recovery lets its holder do something. Once its mail is settled, nothing but the digest of its token remains, in the room that made it.
update notices.notice set path = '/'
where kind in ('INVITATION', 'RECOVERY') and (sent_at is not null or failed_at is not null);

alter table notices.notice add constraint settled_secret_link_is_gone
    check (kind not in ('INVITATION', 'RECOVERY') or path = '/' or (sent_at is null and failed_at is null));

create index notice_with_secret_link on notices.notice (queued_at)
    where kind in ('INVITATION', 'RECOVERY') and sent_at is null and failed_at is null;
