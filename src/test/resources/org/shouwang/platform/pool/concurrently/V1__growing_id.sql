-- It waits for every transaction that is open; an index that broke off is there, but not valid.
set lock_timeout = '10min';
drop index concurrently if exists growing_id;
create index concurrently growing_id on growing (id);
set lock_timeout = '5s';
