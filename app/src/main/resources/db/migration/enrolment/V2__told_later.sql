-- Who asks to recover is answered after the same work whether or not the address has an account: the mails are made out afterwards, and the token of the link with them.
alter table enrolment.recovery alter column token_hash drop not null;
alter table enrolment.recovery add column told_at timestamptz;
update enrolment.recovery set told_at = asked_at;
alter table enrolment.recovery add constraint told_with_a_link check ((told_at is null) = (token_hash is null));

create index recovery_to_tell on enrolment.recovery (asked_at) where told_at is null and account is not null;
