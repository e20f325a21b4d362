-- The directory of those who help (资源目录).

create table resource (
    id                     uuid primary key,
    area_code              bigint      not null references area (code),
    organisation_id        uuid references organisation (id),
    name                   text        not null,
    category               text        not null check (category in ('POLICE_STATION', 'COURT', 'PROSECUTION', 'LEGAL_AID', 'SHELTER',
        'HOSPITAL', 'MATERNITY_REFERRAL', 'PSYCH', 'REHAB', 'SCHOOL', 'NURSERY', 'SOCIAL_WORK', 'CHARITY', 'RIGHTS_STATION',
        'FAMILY_MEDIATION', 'FAMILY_EDU_CENTRE', 'PARENT_SCHOOL', 'CHILDRENS_HOME', 'READING_BASE', 'LOAN_POLICY', 'TRAINING',
        'HOTLINE')),
    address                text,
    geo_lat                numeric(9, 6),
    geo_lng                numeric(9, 6),
    phone                  text        not null,
    hours                  jsonb       not null,
    accepts_referral_types text[]      not null,
    provider_type          text        not null check (provider_type in ('GOV', 'PURCHASED', 'VENTURE', 'CHARITY', 'ENTERPRISE')),
    contract_from          date,
    contract_to            date,
    capacity               integer check (capacity >= 0),
    contact_person         text,
    verified_on            date        not null,
    status                 text        not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED', 'CLOSED')),
    request_hash           bytea,
    created_at             timestamptz not null,
    created_by             uuid references worker (id),
    updated_at             timestamptz not null,
    updated_by             uuid references worker (id),
    version                integer     not null default 0
);

comment on column resource.area_code is 'Whose entry it is: its offices keep it.';
comment on column resource.organisation_id is 'Whose officers receive what is referred to it; nobody does without.';

-- Whom it serves: these areas with all below.
create table resource_area (
    resource_id uuid   not null references resource (id),
    area_code   bigint not null references area (code),
    primary key (resource_id, area_code)
);

-- Serves the question who helps at a place: its areas from the village up.
create index resource_area_area on resource_area (area_code);
-- Serves lists of the offices that keep the entries.
create index resource_kept_by on resource (area_code, id);
-- Serves the choice of a receiver.
create index resource_organisation on resource (organisation_id) where organisation_id is not null;
