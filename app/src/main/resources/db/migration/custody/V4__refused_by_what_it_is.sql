-- The same bytes can be refused as a piece of two files: each has a record of its own. Rows of before do not say which it was.
alter table custody.refusal add column thing uuid;
alter table custody.refusal drop constraint refusal_once;
alter table custody.refusal add constraint refusal_once unique (account, request, code, digest, thing);
