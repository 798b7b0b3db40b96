-- Programs ask what was entered into the log since they last asked; from there to the act is one step.
create index act_by_entry on exchange.act (entry);
