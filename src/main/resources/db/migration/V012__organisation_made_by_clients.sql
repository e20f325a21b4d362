-- Organisations are made over the API: who made one, and with which request. Both are null for those that came otherwise.

alter table organisation
    add column request_hash bytea,
    add column created_by   uuid references worker (id);

-- Serves GET /organisations, and the people of organisations in GET /workers.
create index organisation_area on organisation (area_code, id);
