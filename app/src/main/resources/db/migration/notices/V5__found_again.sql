-- What is not settled yet, for the operator's watch and for reminders that are overtaken; and what did not arrive and nobody has taken note of.
create index notice_unsettled on notices.notice (queued_at) where sent_at is null and failed_at is null;
create index notice_open_trouble on notices.notice ((coalesce(failed_at, returned_at)), id)
    where acknowledged_at is null and (failed_at is not null or returned_at is not null);
