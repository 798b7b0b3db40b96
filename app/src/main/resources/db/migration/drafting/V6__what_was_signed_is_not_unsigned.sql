-- What an act took with it is deleted with the act from now on; before, it was left here and hidden. Of forms that are about another act it is not known which one was signed: they show again.
delete from drafting.unsigned_act u
where exists (select 1 from exchange.act a
              where a.request = u.request and a.account = u.saved_by_account and a.at >= u.saved_at and a.carried_by is null and a.kind = u.form);

-- What nobody touched for long goes by the clock, of all authorities at once.
drop index drafting.unsigned_act_of_authority;
create index unsigned_act_saved on drafting.unsigned_act (saved_at);
