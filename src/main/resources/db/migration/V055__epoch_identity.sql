-- A number may be used again: a database that is restored twice from one backup opens the same number twice. The identity is
-- random, so that a phone that slept through both is noticed all the same.
alter table epoch add column identity uuid not null default gen_random_uuid();

comment on column epoch.identity is 'Of this opening of the number, and of no other; cursors carry it.';
