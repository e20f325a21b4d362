-- A document is deleted without reading the whole book of responsibilities.
create index responsibility_signed on responsibility (signed_file_id) where signed_file_id is not null;
