-- An extension that was only asked for keeps nothing: the guarantee before it is watched until it is granted. `extended` says from now on that the data stay
-- preserved by an extension that was granted, or by a request for the data that is not refused.
alter table exchange.standing add column extension_asked boolean not null default false;

-- By which rules the row was made from the acts. The program makes older ones anew after its start; until then no guarantee is left unwatched.
alter table exchange.standing add column rules integer not null default 0;
update exchange.standing set extended = false where extended and stage = 'preserved';

-- What ends soon, or has ended undecided, for one authority at a time.
create index standing_ending_of_requesting on exchange.standing (requesting_authority, guaranteed_until)
    where stage = 'preserved' and turn is null and not extended;
create index standing_ending_of_requested on exchange.standing (requested_authority, guaranteed_until)
    where stage = 'preserved' and turn is null and not extended;
