-- Drafts have a room of their own; they began among the requests.
alter table exchange.draft set schema drafting;
