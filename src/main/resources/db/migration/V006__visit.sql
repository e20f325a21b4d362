create table visit (
    id                     uuid primary key,
    household_id           uuid        not null references household (id),
    area_code              bigint      not null references area (code),
    recorded_area_code     bigint      not null references area (code),
    task_id                uuid,
    visitor_appointment_id uuid        not null references appointment (id),
    method                 text        not null check (method in ('HOME', 'PHONE', 'VIDEO', 'SCHOOL', 'ACTIVITY', 'MEETING')),
    purpose                text        not null check (purpose in ('FIRST', 'ROUTINE', 'FOLLOW_UP', 'VERIFY', 'CAMPAIGN', 'INCIDENT', 'WARNING_LETTER', 'CARE', 'PUBLICITY')),
    started_at             timestamptz not null,
    ended_at               timestamptz check (ended_at >= started_at),
    outcome                text        not null check (outcome in ('MET_CHILD_AND_CAREGIVER', 'MET_CHILD', 'MET_CAREGIVER', 'NO_ONE_HOME', 'REFUSED', 'MOVED')),
    interviewee            text,
    interviewee_relation   text,
    living_env             text check (living_env in ('GOOD', 'AVERAGE', 'POOR', 'DANGEROUS')),
    hazards                text[],
    safety_topics          text[],
    findings               text,
    actions_taken          text[],
    actions_note           text,
    verify_status          text        not null default 'PENDING' check (verify_status in ('PENDING', 'VERIFIED', 'RETURNED')),
    received_at            timestamptz not null,
    request_hash           bytea       not null,
    created_at             timestamptz not null,
    created_by             uuid        not null references worker (id),
    updated_at             timestamptz not null,
    updated_by             uuid        not null references worker (id),
    client_time            timestamptz,
    device_id              uuid,
    version                integer     not null default 0
);

comment on column visit.living_env is 'Null in this and the other answers means not asked; it never means good.';
comment on column visit.task_id is 'The task the visitor had in mind; no foreign key, since a task lost in a restore never refuses a visit.';

-- Serves GET /visits?area=&from=&to=
create index visit_area on visit (area_code, started_at desc, id);

create table visit_child (
    visit_id                 uuid    not null references visit (id),
    child_id                 uuid    not null references child (id),
    area_code                bigint  not null references area (code),
    met                      boolean not null,
    actual_caregiver_id      uuid references household_member (id),
    care_quality             text check (care_quality in ('GOOD', 'FAIR', 'POOR')),
    next_visit_on            date,
    unattended               text check (unattended in ('NO', 'U8_UNATTENDED', 'U16_LIVING_ALONE')),
    parent_contact_last_week boolean,
    physical_today           text check (physical_today in ('NORMAL', 'ILL', 'INJURED', 'MALNOURISHED')),
    injury_area              text,
    injury_cause             text,
    suspicious_injury        boolean,
    psych_signs              text[],
    school_attendance        text check (school_attendance in ('REGULAR', 'IRREGULAR', 'NOT_ATTENDING', 'HOLIDAY', 'UNDER_AGE')),
    needs                    text[],
    suggested_risk_level     text check (suggested_risk_level in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'NORMAL')),
    findings                 text,
    primary key (visit_id, child_id)
);

comment on column visit_child.area_code is 'Where the child lives now: it moves with the child.';

-- Serves the history of a child: GET /visits?childId=
create index visit_child_child on visit_child (child_id, visit_id);

create table visit_member (
    visit_id  uuid not null references visit (id),
    member_id uuid not null references household_member (id),
    primary key (visit_id, member_id)
);

create trigger visit_version before update on visit for each row execute function raise_version();
