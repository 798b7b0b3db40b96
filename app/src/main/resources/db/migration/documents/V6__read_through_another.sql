-- An authority reads a request because another one shared it: what is withheld from that one is withheld from it too.
alter table documents.reader add column through text;
-- What stays between the two authorities of its request, though others read the request.
alter table documents.sealed_file add column confined boolean not null default false;
