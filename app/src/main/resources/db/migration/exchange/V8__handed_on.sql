-- The desk also finds what an authority handed on to another.
create index act_that_handed_on on exchange.act (authority, request) where kind = 'transfer';
