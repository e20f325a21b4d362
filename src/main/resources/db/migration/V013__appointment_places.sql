-- Who holds or held a post in a place, whatever the role; and the paper that appointed them.

alter table appointment add column appointed_doc text;

-- Serves GET /workers without a role, and the import's question about people of the same name.
create index appointment_area on appointment (area_code) where area_code is not null;
-- Serves the same for organisations, and whether an organisation may be closed.
create index appointment_organisation on appointment (organisation_id) where organisation_id is not null;
