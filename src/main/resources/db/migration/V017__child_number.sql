-- Serves the search of a child by its full number, in whatever state the file is: POST /children/search
create index child_number on child (id_number_hash) where id_number_hash is not null;
-- The same while the hash key is changed.
create index child_number_next on child (id_number_hash_next) where id_number_hash_next is not null;
