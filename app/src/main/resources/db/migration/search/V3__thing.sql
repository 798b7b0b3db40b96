-- One row for each thing instead of one a language, so that a common word is looked up once and not four times. Filled anew from what the rooms offer at the next start.
drop table search.entry;

-- What everybody can find. Digest: of all that a room says of it, so that a start writes only what changed.
-- Length: of its shortest title; what is called little more than what was typed is meant rather than what has a long name.
create table search.thing (
    kind   text     not null,
    key    text     not null,
    path   text     not null,
    digest text     not null,
    length int      not null,
    titles tsvector not null,
    words  tsvector not null,
    constraint thing_pk primary key (kind, key)
);
-- A short list of what is not sorted in yet: every question reads all of it.
create index thing_titles on search.thing using gin (titles) with (gin_pending_list_limit = 512);
create index thing_words on search.thing using gin (words) with (gin_pending_list_limit = 512);
create index thing_path on search.thing (path);

-- What it is called in each language. Folded: lower case without accents, in the order of its bytes, so that a beginning is a range.
create table search.title (
    kind     text             not null,
    key      text             not null,
    language text             not null,
    title    text             not null,
    note     text             not null,
    folded   text collate "C" not null,
    constraint title_pk primary key (kind, key, language),
    constraint title_thing foreign key (kind, key) references search.thing on delete cascade
);
create index title_beginning on search.title (language, folded);

-- Every word that a thing was ever found by, persons apart, for typing errors. A word may outlive its thing; it is proposed only where it finds another.
create table search.word (
    word text collate "C" not null,
    constraint word_pk primary key (word)
);

grant select, insert, update, delete on search.thing to ${appRole};
grant select, insert, update, delete on search.title to ${appRole};
grant select, insert on search.word to ${appRole};
