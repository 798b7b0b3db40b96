-- Four eyes: who last changed a draft is told apart by account, not by name.
alter table drafting.draft add column saved_by_account uuid;
