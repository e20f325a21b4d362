-- Assessments by a model (风险评估): what was answered, and whether it set the child's level. Rows of before, and first entries
-- and imports of today, did, and have no answers. "recorded_at" is null where the release before this one wrote the row.

alter table risk_assessment add column state text not null default 'EFFECTIVE';
alter table risk_assessment add column sets_level boolean not null default true;
alter table risk_assessment add column recorded_at timestamptz;
alter table risk_assessment add column valid_until date;

alter table risk_assessment add constraint risk_assessment_state
    check (state in ('EFFECTIVE', 'PENDING', 'REJECTED', 'SUPERSEDED', 'OLDER')) not valid;

create table assessment_answers (
    assessment_id          uuid primary key references risk_assessment (id),
    -- Class R: the emergency screen, with the incident that it opened.
    emergency_cipher       bytea       not null,
    item_scores            jsonb       not null,
    unknown_reasons_cipher bytea,
    total_score            integer check (total_score between 0 and 100),
    computed_level         text        not null check (computed_level in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'NORMAL')),
    override_level         text check (override_level in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'NORMAL')),
    override_reason_cipher bytea,
    request_hash           bytea       not null,
    recorded_by            uuid        not null references worker (id),
    check (override_level is null or override_reason_cipher is not null)
);

-- What was decided about a lower level, once.
create table assessment_decision (
    id             uuid primary key,
    assessment_id  uuid        not null unique references risk_assessment (id),
    accepted       boolean     not null,
    reason_cipher  bytea,
    appointment_id uuid        not null references appointment (id),
    request_hash   bytea       not null,
    created_at     timestamptz not null,
    created_by     uuid        not null references worker (id)
);
