-- What everybody can find, one row a language. Written anew from what the rooms offer; nothing here is a fact of its own.
create table search.entry (
    kind     text     not null,
    key      text     not null,
    language text     not null,
    title    text     not null,
    folded   text     not null,
    path     text     not null,
    words    tsvector not null,
    constraint entry_pk primary key (kind, key, language)
);
create index entry_words on search.entry using gin (words);
create index entry_beginning on search.entry (language, folded text_pattern_ops);

grant select, insert, delete on search.entry to ${appRole};
