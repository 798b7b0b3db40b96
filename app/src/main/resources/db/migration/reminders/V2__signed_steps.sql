-- Each step that is taken is signed by the host and entered into the custody log, in the transaction that queues its mails. Steps that were passed over, and those taken
-- before there was such a record, have none.
alter table reminders.step
    add column jws   text,
    add column entry uuid,
    add constraint step_is_signed_and_entered check ((jws is null) = (entry is null)),
    add constraint step_tells_with_its_record check (entry is not null or mailed = 0) not valid,
    add constraint step_entered_once unique (entry);
