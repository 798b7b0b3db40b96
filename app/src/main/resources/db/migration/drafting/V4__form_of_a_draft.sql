-- Which pages a draft is written on is known to whoever draws them: it is kept in clear, with the times and names of savings. What is written stays sealed.
alter table drafting.draft add column form text not null default 'preservation/1';
alter table drafting.draft alter column form drop default;
