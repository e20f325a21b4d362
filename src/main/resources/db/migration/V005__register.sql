-- Households, their members and the children's files. "_cipher" columns hold AEAD ciphertext bound to table, column
-- and id; "_hash" columns hold a keyed hash by which the value is found.

create table household (
    id                 uuid primary key,
    area_code          bigint      not null references area (code),
    recorded_area_code bigint      not null references area (code),
    head_name          text        not null,
    phone_cipher       bytea,
    phone_hash         bytea,
    address_cipher     bytea       not null,
    hamlet             text        not null,
    income_sources     text[]      not null,
    aid_types          text[]      not null,
    request_hash       bytea       not null,
    created_at         timestamptz not null,
    created_by         uuid        not null references worker (id),
    updated_at         timestamptz not null,
    updated_by         uuid        not null references worker (id),
    client_time        timestamptz,
    device_id          uuid,
    version            integer     not null default 0
);

-- Serves the households of a scope.
create index household_area on household (area_code, id);

create table household_member (
    id                          uuid primary key,
    household_id                uuid    not null references household (id),
    full_name                   text    not null,
    sex_code                    text    not null check (sex_code in ('0', '1', '2', '9')),
    birth_date                  date,
    id_number_cipher            bytea,
    id_number_hash              bytea,
    phone_cipher                bytea,
    phone_hash                  bytea,
    vital_status                text    not null check (vital_status in ('ALIVE', 'DEAD', 'DECLARED_MISSING', 'LOST_CONTACT', 'UNKNOWN')),
    guardianship_ability        text    not null check (guardianship_ability in ('FULL', 'LIMITED', 'NONE')),
    guardianship_ability_reason text check (guardianship_ability_reason in ('SERIOUS_ILLNESS', 'SEVERE_DISABILITY',
        'MENTAL_DISORDER', 'IMPRISONED', 'DRUG_REHAB', 'OTHER_RESTRICTION', 'LOST_CONTACT')),
    is_away                     boolean,
    work_place_code             text,
    work_place_text             text,
    away_since                  date,
    version                     integer not null default 0,
    check (guardianship_ability <> 'NONE' or guardianship_ability_reason is not null)
);

-- Serves the members of a household.
create index household_member_household on household_member (household_id);

create table child (
    id                         uuid primary key,
    household_id               uuid        not null references household (id),
    area_code                  bigint      not null references area (code),
    recorded_area_code         bigint      not null references area (code),
    full_name                  text        not null,
    sex_code                   text        not null check (sex_code in ('0', '1', '2', '9')),
    birth_date                 date,
    birth_year                 integer,
    id_type                    text        not null check (id_type in ('RESIDENT_ID', 'BIRTH_CERT', 'HK_MO_TW_PERMIT', 'FOREIGN_PERMIT', 'PASSPORT', 'NONE')),
    id_number_cipher           bytea,
    id_number_hash             bytea,
    id_number_hash_next        bytea,
    hukou_registered           boolean     not null,
    hukou_area_code            bigint references area (code),
    hukou_address_cipher       bytea,
    residence_address_cipher   bytea       not null,
    hamlet                     text,
    rural_hukou                boolean     not null,
    living_status              text        not null check (living_status in ('AT_HOME', 'BOARDING', 'WITH_RELATIVE', 'WITH_PARENT_OUTSIDE', 'INSTITUTION', 'MISSING', 'OTHER')),
    risk_level                 text        not null check (risk_level in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'NORMAL')),
    file_status                text        not null check (file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING', 'TRANSFERRED', 'CLOSED')),
    responsible_appointment_id uuid references appointment (id),
    last_verified_at           timestamptz not null,
    source                     text        not null check (source in ('VISIT', 'SCHOOL', 'IMPORT', 'REPORT', 'OTHER')),
    notice_given_at            timestamptz not null,
    notice_version             text        not null,
    remark                     text,
    request_hash               bytea       not null,
    created_at                 timestamptz not null,
    created_by                 uuid        not null references worker (id),
    updated_at                 timestamptz not null,
    updated_by                 uuid        not null references worker (id),
    client_time                timestamptz,
    device_id                  uuid,
    version                    integer     not null default 0,
    check (birth_date is not null or birth_year is not null)
);

-- One active file a person.
create unique index child_id_number on child (id_number_hash) where id_number_hash is not null and file_status = 'ACTIVE';
-- Serves the children of a scope, page by page.
create index child_area on child (area_code, id);
-- Serves the children of a household.
create index child_household on child (household_id);

-- Father, mother, caregiver: what holds between one member and one child.
create table member_child (
    member_id            uuid    not null references household_member (id),
    child_id             uuid    not null references child (id),
    relation_code        text    not null check (relation_code in ('51', '52', '61', '62', '63', '64', '70', '97', '99')),
    contact_freq         text check (contact_freq in ('DAILY', 'WEEKLY', 'MONTHLY', 'RARE', 'NEVER')),
    last_reunion_on      date,
    is_primary_caregiver boolean not null,
    primary key (child_id, member_id)
);

create unique index member_child_one_father_one_mother on member_child (child_id, relation_code) where relation_code in ('51', '52');
create unique index member_child_one_caregiver on member_child (child_id) where is_primary_caregiver;
create index member_child_member on member_child (member_id);

-- Where a child lived when: late records are judged by the residence of their day.
create table child_residence (
    child_id   uuid   not null references child (id),
    area_code  bigint not null references area (code),
    from_date  date   not null,
    to_date    date check (to_date >= from_date),
    primary key (child_id, from_date)
);

create unique index child_residence_now on child_residence (child_id) where to_date is null;

create table child_category (
    id            uuid primary key,
    child_id      uuid    not null references child (id),
    category_code text    not null,
    start_date    date    not null,
    end_date      date check (end_date >= start_date),
    status        text    not null check (status in ('CLAIMED', 'VERIFIED', 'APPROVED', 'REJECTED', 'ENDED')),
    version       integer not null default 0
);

-- Serves the categories of a child and the filter of a list.
create index child_category_child on child_category (child_id, category_code);

create table risk_assessment (
    id                       uuid primary key,
    child_id                 uuid    not null references child (id),
    area_code                bigint  not null references area (code),
    recorded_area_code       bigint  not null references area (code),
    model_version            text    not null,
    risk_level               text    not null check (risk_level in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'NORMAL')),
    assessed_on              date    not null,
    assessor_appointment_id  uuid    not null references appointment (id),
    version                  integer not null default 0
);

create index risk_assessment_child on risk_assessment (child_id, assessed_on desc);

create trigger household_version before update on household for each row execute function raise_version();
create trigger household_member_version before update on household_member for each row execute function raise_version();
create trigger child_version before update on child for each row execute function raise_version();
create trigger child_category_version before update on child_category for each row execute function raise_version();
create trigger risk_assessment_version before update on risk_assessment for each row execute function raise_version();

create trigger household_feed after insert or update or delete on household for each row execute function feed_by_area('household');
create trigger child_feed after insert or update or delete on child for each row execute function feed_by_area('child');
