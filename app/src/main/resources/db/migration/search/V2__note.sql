-- What tells two things of the same name apart, such as the state of an authority.
alter table search.entry add column note text not null default '';
