-- What phones did offline: each operation once, with its outcome. Records themselves are in their own tables; only what was not
-- accepted is kept here, encrypted, until somebody settles it.

create table sync_operation (
    worker_id      uuid        not null references worker (id),
    id             uuid        not null,
    type           text        not null,
    body_hash      bytea       not null,
    outcome        text        not null
        check (outcome in ('APPLIED', 'MERGED', 'CONFLICT', 'REJECTED', 'HELD')),
    at             timestamptz not null,
    clock_offset   bigint,
    received_at    timestamptz not null,
    device_id      uuid,
    appointment_id uuid,
    area_code      bigint,
    kind           text,
    record_id      uuid,
    record_version integer,
    waits_for      uuid,
    problem        text,
    kept_cipher    bytea,
    settled_as     text check (settled_as in ('ACCEPTED', 'DISMISSED')),
    settled_at     timestamptz,
    settled_by     uuid references worker (id),
    reason_cipher  bytea,
    version        integer     not null default 0,
    primary key (worker_id, id),
    check (outcome in ('APPLIED', 'MERGED') or kept_cipher is not null or settled_as is not null),
    check ((outcome = 'HELD') = (waits_for is not null) or settled_as is not null),
    check ((settled_as is null) = (settled_at is null) and (settled_as is null) = (settled_by is null))
);

comment on column sync_operation.at is 'The phone''s own time, as it sent it.';
comment on column sync_operation.clock_offset is 'Milliseconds from the phone''s time to the server''s, as the phone measured; none if it could not.';
comment on column sync_operation.area_code is 'Where it is listed while it is not accepted: the area of the post under which it was made.';
comment on column sync_operation.problem is 'Problem documents in Chinese and English, as JSON.';
comment on column sync_operation.record_id is 'The record that it made, changed, or was to make.';
comment on column sync_operation.waits_for is 'The operation of the same worker that must be accepted first.';

-- Serves the list of operations not accepted, by area, oldest first.
create index sync_operation_open on sync_operation (area_code, received_at, id)
    where outcome not in ('APPLIED', 'MERGED') and settled_as is null;

-- Serves the question whether an operation waits for one that is not accepted.
create index sync_operation_awaited on sync_operation (record_id)
    where outcome not in ('APPLIED', 'MERGED') and settled_as is null;

-- Serves the end of the 400 days.
create index sync_operation_received on sync_operation (received_at);
