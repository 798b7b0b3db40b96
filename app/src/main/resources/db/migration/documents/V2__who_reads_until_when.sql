-- Who has handed a request on reads what had been brought until then, and nothing more.
alter table documents.reader add column until timestamptz;
-- What one side gets only after its officer has accepted the conditions.
alter table documents.sealed_file add column withheld_from text;

grant update on documents.reader to ${appRole};
