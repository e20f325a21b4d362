-- Assessments by a model (风险评估): what was answered, and whether it set the child's level. Rows of before, and first entries
-- and imports of today, did, and have no answers. "recorded_at" is null where the release before this one wrote the row.

alter table risk_assessment add column state text not null default 'EFFECTIVE';
alter table risk_assessment add column sets_level boolean not null default true;
alter table risk_assessment add column recorded_at timestamptz;
alter table risk_assessment add column valid_until date;
-- When it was made by the server's clock, as far as the phone knew; null for a first entry, which comes before all of its day.
alter table risk_assessment add column made_at timestamptz;
-- When it set the level: on arrival, or by the coordinator's word. Null where sets_level says so without a moment: a first entry.
alter table risk_assessment add column set_at timestamptz;

alter table risk_assessment add constraint risk_assessment_state
    check (state in ('EFFECTIVE', 'PENDING', 'REJECTED', 'SUPERSEDED', 'OLDER')) not valid;

create table assessment_answers (
    assessment_id          uuid primary key references risk_assessment (id),
    -- Class R: the emergency screen with its incident, the hash of the request, and of a CRITICAL one all scores: a low total
    -- beside that level, or none, would tell of the danger. There item_scores is empty and total_score null.
    emergency_cipher       bytea       not null,
    item_scores            jsonb       not null,
    unknown_reasons_cipher bytea,
    total_score            integer check (total_score between 0 and 100),
    computed_level         text        not null check (computed_level in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'NORMAL')),
    override_level         text check (override_level in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'NORMAL')),
    override_reason_cipher bytea,
    recorded_by            uuid        not null references worker (id),
    -- Whether a lower level holds by the word of its assessor, who coordinates.
    own_word               boolean     not null,
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
