-- What a visit said before it was amended, whole and sealed, and who verified which version of it.

create table visit_version (
    id          uuid primary key,
    visit_id    uuid        not null references visit (id),
    version     integer     not null,
    body_cipher bytea       not null,
    replaced_at timestamptz not null,
    replaced_by uuid        not null references worker (id),
    -- Serves GET /visits/{id}/versions
    unique (visit_id, version)
);

-- Under the id that the client gave it: a repeated request is answered, not done again.
create table visit_verification (
    id             uuid primary key,
    visit_id       uuid        not null references visit (id),
    version        integer     not null,
    verdict        text        not null check (verdict in ('VERIFIED', 'RETURNED')),
    comment_cipher bytea check (verdict <> 'RETURNED' or comment_cipher is not null),
    appointment_id uuid        not null references appointment (id),
    request_hash   bytea       not null,
    created_at     timestamptz not null,
    created_by     uuid        not null references worker (id)
);

comment on column visit_verification.version is 'The version of the visit that was looked at.';

-- Serves what becomes of the tasks that a visit settled, when it is amended or verified.
create index task_result on task (result_id) where result_id is not null;
