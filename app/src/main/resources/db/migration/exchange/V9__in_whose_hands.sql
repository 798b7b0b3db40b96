-- In whose hands a request is. On the requesting side whoever sent it; on the requested side the officer who took it in charge, or whoever has the function
-- that it was assigned to since.
alter table exchange.standing add column sent_by uuid;
alter table exchange.standing add column in_hand_of uuid;
alter table exchange.standing add column in_hand_as text;

update exchange.standing s set sent_by = a.account from exchange.act a where a.request = s.request and a.number = 1;
alter table exchange.standing alter column sent_by set not null;

update exchange.standing s
set in_hand_of = case h.kind when 'take-in-charge' then h.account end, in_hand_as = h.payload -> 'coded' ->> 'function'
from (
    select distinct on (request) request, kind, account,
           convert_from(decode(rpad(translate(body, '-_', '+/'), (length(body) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::json as payload
    from (select request, number, kind, account, split_part(jws, '.', 2) as body
          from exchange.act where kind in ('take-in-charge', 'assign', 'transfer')) acts
    order by request, number desc
) h
where h.request = s.request and h.kind <> 'transfer';

alter table exchange.standing add constraint standing_in_hand_under_a_function check (in_hand_of is null or in_hand_as is not null);

-- What waits, in the order of the desk and for one authority at a time: of a hundred thousand requests a page reads fifty.
drop index exchange.standing_turn;
create index standing_turn_of_requested on exchange.standing (requested_authority, turn, due, last_at) where turn is not null;
create index standing_turn_of_requesting on exchange.standing (requesting_authority, turn, due, last_at) where turn is not null;

-- With which states an authority has requests, without looking at every one.
create index request_with_requested on exchange.request (requesting_authority, requested_state);
create index request_with_requesting on exchange.request (requested_authority, requesting_state);
create index transfer_to on exchange.transfer (authority, request);
