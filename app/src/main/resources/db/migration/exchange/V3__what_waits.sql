-- The menu of every page counts what waits for the reader's authority. Of a hundred thousand requests all but a few are quiet: these find the few.

create index standing_turn on exchange.standing (turn, request) where turn is not null;
create index standing_guaranteed on exchange.standing (guaranteed_until, request)
    where stage = 'preserved' and turn is null and not extended;
