create table area (
    code                         bigint primary key check (code between 100000000000 and 999999999999),
    name                         text    not null,
    level                        text    not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
    parent_code                  bigint references area (code),
    code_end                     bigint  not null check (code_end > code),
    code_system                  text    not null default 'STATISTICS' check (code_system in ('STATISTICS', 'CIVIL_AFFAIRS')),
    administered_by_area_code    bigint references area (code),
    administered_by_organisation_id uuid,
    valid_from                   date    not null default '1949-10-01',
    valid_to                     date check (valid_to >= valid_from),
    successor_code               bigint references area (code),
    version                      integer not null default 0,
    check (administered_by_area_code is null or administered_by_organisation_id is null)
);

comment on column area.code_end is 'First code that no longer lies below this area; an area with all below it is [code, code_end).';
comment on column area.administered_by_organisation_id is '托管: run by another authority than its code says.';

-- Serves the tree: GET /areas?under=
create index area_parent on area (parent_code, code);
-- Serves the resolution of a scope: the hosted areas inside a range, and those a host runs.
create index area_hosted on area (code)
    where administered_by_area_code is not null or administered_by_organisation_id is not null;

create trigger area_version before update on area for each row execute function raise_version();
