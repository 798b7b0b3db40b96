-- How much a request holds is asked before each upload.
create index sealed_file_request on documents.sealed_file (request);
