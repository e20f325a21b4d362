-- Serves the resolution of a scope, which reads all hosted areas of the instance, without touching the table: they are few.
create index area_hosting on area (code)
    include (code_end, administered_by_area_code, administered_by_organisation_id, administered_from)
    where administered_by_area_code is not null or administered_by_organisation_id is not null;

drop index area_hosted;
