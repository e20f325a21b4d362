create table childrens_home (
    id                 uuid primary key,
    area_code          bigint      not null references area (code),
    recorded_area_code bigint      not null references area (code),
    name               text        not null,
    home_code          text        not null unique check (home_code ~ '^\d{15}$'),
    address            text        not null,
    home_type          text        not null check (home_type in ('VILLAGE', 'COMMUNITY', 'SCHOOL', 'SHARED')),
    opened_on          date        not null,
    status             text        not null check (status in ('PLANNED', 'BUILDING', 'OPEN', 'SUSPENDED', 'CLOSED')),
    indoor_m2          numeric(6, 1) not null check (indoor_m2 >= 0),
    outdoor_m2         numeric(6, 1) check (outdoor_m2 >= 0),
    zones              text[]      not null,
    functions          text[]      not null,
    request_hash       bytea       not null,
    created_at         timestamptz not null,
    created_by         uuid        not null references worker (id),
    updated_at         timestamptz not null,
    updated_by         uuid        not null references worker (id),
    client_time        timestamptz,
    device_id          uuid,
    version            integer     not null default 0
);

-- Serves the homes of a scope.
create index childrens_home_area on childrens_home (area_code, id);

create table activity (
    id                       uuid primary key,
    area_code                bigint      not null references area (code),
    recorded_area_code       bigint      not null references area (code),
    title                    text        not null,
    theme_code               text        not null check (theme_code in ('SAFETY', 'DROWNING', 'LAW', 'PSYCH', 'READING', 'STUDY_HELP', 'CULTURE',
        'PATRIOTIC', 'HEALTH', 'SEX_EDU', 'NETWORK', 'SPORT', 'HANDCRAFT', 'FAMILY_EDU', 'PARENT_CHILD', 'FESTIVAL', 'CARE_GIFT', 'SKILL_TRAIN',
        'TWO_CANCER', 'PUBLICITY', 'OTHER')),
    home_id                  uuid references childrens_home (id),
    place                    text,
    started_at               timestamptz not null,
    ended_at                 timestamptz not null check (ended_at >= started_at),
    organiser_organisation_id uuid references organisation (id),
    host_appointment_id      uuid        not null references appointment (id),
    count_children           integer     not null check (count_children >= 0),
    count_boys               integer     not null check (count_boys >= 0),
    count_girls              integer     not null check (count_girls >= 0),
    count_age_0_to_2         integer     not null check (count_age_0_to_2 >= 0),
    count_age_3_to_5         integer     not null check (count_age_3_to_5 >= 0),
    count_age_6_to_11        integer     not null check (count_age_6_to_11 >= 0),
    count_age_12_to_15       integer     not null check (count_age_12_to_15 >= 0),
    count_age_16_to_17       integer     not null check (count_age_16_to_17 >= 0),
    count_left_behind        integer     not null check (count_left_behind between 0 and count_children),
    count_difficult          integer     not null check (count_difficult between 0 and count_children),
    count_migrant            integer     not null check (count_migrant between 0 and count_children),
    count_disabled           integer     not null check (count_disabled between 0 and count_children),
    count_parents            integer     not null check (count_parents >= 0),
    count_women              integer     not null check (count_women >= 0),
    count_volunteers         integer     not null check (count_volunteers >= 0),
    summary                  text        not null,
    request_hash             bytea       not null,
    created_at               timestamptz not null,
    created_by               uuid        not null references worker (id),
    updated_at               timestamptz not null,
    updated_by               uuid        not null references worker (id),
    client_time              timestamptz,
    device_id                uuid,
    version                  integer     not null default 0,
    check ((home_id is null) <> (place is null)),
    check (count_boys + count_girls = count_children),
    check (count_age_0_to_2 + count_age_3_to_5 + count_age_6_to_11 + count_age_12_to_15 + count_age_16_to_17 = count_children)
);

-- Serves the activities of a scope, newest first.
create index activity_area on activity (area_code, started_at desc, id);
-- Serves whether a home was open in the last 90 days.
create index activity_home on activity (home_id, started_at desc) where home_id is not null;

create trigger childrens_home_version before update on childrens_home for each row execute function raise_version();
create trigger activity_version before update on activity for each row execute function raise_version();
create trigger childrens_home_feed after insert or update or delete on childrens_home for each row execute function feed_by_area('home');
create trigger activity_feed after insert or update or delete on activity for each row execute function feed_by_area('activity');
