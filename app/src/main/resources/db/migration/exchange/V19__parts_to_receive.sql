-- A part of the result waits for the requesting side while the other side goes on: by when it should be received, where a clock runs.
alter table exchange.standing add column receive_due timestamptz;

create index standing_part_to_receive on exchange.standing (requesting_authority, receive_due, last_at) where unreceived and turn = 'requested';
