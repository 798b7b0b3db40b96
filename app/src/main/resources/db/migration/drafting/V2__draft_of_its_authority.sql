-- The id of a draft is told to nobody, so it tells nobody anything: two authorities may use the same one and not notice.
alter table drafting.draft drop constraint draft_pk, add constraint draft_pk primary key (id, authority);
