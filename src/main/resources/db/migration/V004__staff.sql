create table organisation (
    id         uuid primary key,
    name       text    not null,
    kind       text    not null check (kind in ('GOVERNMENT_UNIT', 'MEMBER_UNIT', 'TOWNSHIP_COMMITTEE', 'WOMENS_FEDERATION',
        'VILLAGE_COMMITTEE', 'PROTECTION_STATION', 'DEVELOPMENT_ZONE', 'POLICE', 'SOCIAL_ORGANISATION')),
    area_code  bigint  not null references area (code),
    parent_id  uuid references organisation (id),
    status     text    not null default 'ACTIVE' check (status in ('ACTIVE', 'CLOSED')),
    version    integer not null default 0
);

alter table area
    add foreign key (administered_by_organisation_id) references organisation (id);

create table worker (
    id              uuid primary key,
    number          bigint generated always as identity unique,
    full_name       text    not null,
    sex_code        text    not null check (sex_code in ('0', '1', '2', '9')),
    phone_cipher    bytea   not null,
    phone_hash      bytea   not null unique,
    phone_hash_next bytea unique,
    password_hash   text,
    status          text    not null default 'ACTIVE' check (status in ('ACTIVE', 'INACTIVE')),
    version         integer not null default 0
);

comment on column worker.number is 'Short number of the worker; its negative is the worker''s own scope in the change feed.';
comment on column worker.phone_hash_next is 'Hash under the next key while keys are rotated.';

create table appointment (
    id              uuid primary key,
    worker_id       uuid    not null references worker (id),
    role_code       text    not null check (role_code in ('CHILDREN_DIRECTOR', 'WOMENS_CHAIR', 'WOMENS_EXECUTIVE',
        'TOWNSHIP_COORDINATOR', 'TOWNSHIP_WOMENS_CHAIR', 'COUNTY_CIVIL_AFFAIRS', 'COUNTY_WOMENS_FEDERATION',
        'COMMITTEE_OFFICE', 'STATISTICS_OFFICER', 'UNIT_LIAISON', 'AGENCY_OFFICER', 'PRIVACY_OFFICER', 'ADMINISTRATOR')),
    area_code       bigint references area (code),
    organisation_id uuid references organisation (id),
    data_custodian  boolean not null default false check (not data_custodian or role_code = 'UNIT_LIAISON'),
    appointed_on    date    not null,
    term_end_on     date,
    status          text    not null default 'ACTIVE' check (status in ('ACTIVE', 'HANDOVER_PENDING', 'ENDED')),
    ended_on        date,
    end_reason      text check (end_reason in ('ELECTION', 'RESIGN', 'TRANSFER', 'ILLNESS', 'DEATH')),
    version         integer not null default 0,
    check (area_code is not null or organisation_id is not null or role_code = 'ADMINISTRATOR'),
    check ((status = 'ENDED') = (ended_on is not null))
);

-- Serves every request: what the caller holds.
create index appointment_worker on appointment (worker_id);
-- Serves the search for who is to be told: by role and area.
create index appointment_post on appointment (role_code, area_code) where status <> 'ENDED';

create table device (
    id            uuid primary key,
    worker_id     uuid        not null references worker (id),
    platform      text        not null check (platform in ('ANDROID', 'IOS', 'HARMONY', 'WX_MINI')),
    channel       text        not null check (channel in ('FCM', 'JPUSH', 'APNS', 'NONE')),
    target_kind   text check (target_kind in ('FID', 'TOKEN')),
    target_cipher bytea,
    target_hash   bytea,
    app_version   text        not null,
    registered_at timestamptz not null,
    revoked_at    timestamptz,
    version       integer     not null default 0,
    check ((channel = 'NONE') = (target_cipher is null)),
    check ((target_cipher is null) = (target_hash is null) and (target_cipher is null) = (target_kind is null))
);

-- One installation has one owner: whoever registers it last. Also serves the pruning of dead targets.
create unique index device_target on device (channel, target_hash) where target_hash is not null and revoked_at is null;
-- Serves the fan-out of a notification.
create index device_worker on device (worker_id) where revoked_at is null;

create table refresh_token (
    token_hash  text primary key,
    parent_hash text,
    family      uuid        not null,
    worker_id   uuid        not null references worker (id),
    issued_at   timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);

comment on column refresh_token.used_at is 'When it was first handed in; its parent is dead from then on.';

-- Serves log-out and the revocation of a family after reuse.
create index refresh_token_family on refresh_token (family);
-- Serves the question whether a token's successor was used.
create index refresh_token_parent on refresh_token (parent_hash);

create trigger organisation_version before update on organisation for each row execute function raise_version();
create trigger worker_version before update on worker for each row execute function raise_version();
create trigger appointment_version before update on appointment for each row execute function raise_version();
create trigger device_version before update on device for each row execute function raise_version();
