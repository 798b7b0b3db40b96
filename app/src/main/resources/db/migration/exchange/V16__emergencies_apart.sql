-- Requests about a danger to somebody's life or safety stand apart on the desk: read first, whatever else is due.
alter table exchange.standing add column emergency boolean not null default false;

update exchange.standing s set emergency = true
from exchange.request r where r.id = s.request and r.measure = 'emergency' and r.status <> 'comment';

create index standing_emergency_of_requested on exchange.standing (requested_authority, turn, due, last_at) where emergency and turn is not null;
create index standing_emergency_of_requesting on exchange.standing (requesting_authority, turn, due, last_at) where emergency and turn is not null;
