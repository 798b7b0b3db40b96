-- Every act of the exchange, and the receipts that go with them. A request may be asked without a treaty.

alter table exchange.act drop constraint act_kind_is_known;
alter table exchange.act add constraint act_kind_is_known
    check (kind in ('send', 'open', 'take-in-charge', 'accept', 'postpone', 'decline', 'ask', 'answer', 'assign', 'transfer', 'progress',
                    'preserve', 'execute', 'result', 'receive', 'ask-use', 'grant-use', 'withdraw', 'ask-destruction', 'destroy',
                    'let-lapse', 'close', 'comment'));

alter table exchange.receipt drop constraint receipt_kind_is_known;
alter table exchange.receipt add constraint receipt_kind_is_known
    check (kind in ('delivered', 'opened', 'taken-in-charge', 'recalled', 'transferred', 'result-delivered'));

alter table exchange.standing drop constraint standing_stage_is_known;
alter table exchange.standing add constraint standing_stage_is_known
    check (stage in ('sent', 'opened', 'in-charge', 'accepted', 'postponed', 'preserved', 'noticed', 'partly-executed', 'executed', 'answered',
                     'received', 'declined', 'withdrawn', 'lapsed', 'closed', 'commenting'));

-- A request continues another one: as its extension, or as what was announced to follow.
alter table exchange.request rename column extending to earlier;
alter table exchange.request rename constraint request_extends_a_request to request_continues_a_request;
alter index exchange.request_extended rename to request_continued;
alter table exchange.request add column status text;
update exchange.request set status = case when earlier is null then 'new' else 'extension' end;
alter table exchange.request alter column status set not null;
alter table exchange.request add constraint request_status_is_known check (status in ('new', 'extension', 'follow-up', 'comment'));
alter table exchange.request add constraint request_names_what_it_continues
    check ((status in ('extension', 'follow-up')) = (earlier is not null));
alter table exchange.request alter column instrument drop not null;

-- Who has the request now: a transfer moves it within the requested state. The request's own row says to whom it was sent, and stays.
-- Both authorities stand in one table, so that a desk finds its requests by two indexes of it.
alter table exchange.standing add column requesting_authority text;
alter table exchange.standing add column requested_authority text;
alter table exchange.standing add column requested_zone text;
update exchange.standing s
    set requesting_authority = r.requesting_authority, requested_authority = r.requested_authority, requested_zone = r.requested_zone
    from exchange.request r where r.id = s.request;
alter table exchange.standing alter column requesting_authority set not null;
alter table exchange.standing alter column requested_authority set not null;
alter table exchange.standing alter column requested_zone set not null;
create index standing_of_requesting on exchange.standing (requesting_authority, last_at);
create index standing_of_requested on exchange.standing (requested_authority, last_at);
drop index exchange.request_of_requesting;
drop index exchange.request_of_requested;
