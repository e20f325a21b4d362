-- Calls, messages and talks that are no visit (data dictionary, section 8). They settle nothing.

create table contact (
    id                    uuid primary key,
    area_code             bigint      not null references area (code),
    recorded_area_code    bigint      not null references area (code),
    author_appointment_id uuid        not null references appointment (id),
    contacted_at          timestamptz not null,
    channel               text        not null check (channel in ('PHONE', 'WECHAT', 'FACE')),
    counterpart           text        not null check (counterpart in ('CHILD', 'CAREGIVER', 'FATHER', 'MOTHER', 'TEACHER')),
    reached               boolean     not null,
    summary_cipher        bytea,
    needs_visit           boolean     not null,
    request_hash          bytea       not null,
    created_at            timestamptz not null,
    created_by            uuid        not null references worker (id),
    updated_at            timestamptz not null,
    updated_by            uuid        not null references worker (id),
    client_time           timestamptz,
    device_id             uuid,
    version               integer     not null default 0
);

create table contact_child (
    contact_id   uuid        not null references contact (id),
    child_id     uuid        not null references child (id),
    area_code    bigint      not null references area (code),
    contacted_at timestamptz not null,
    primary key (contact_id, child_id)
);

comment on column contact_child.area_code is 'Where the child lives now: the scope of what was said of it.';
comment on column contact_child.contacted_at is 'As in contact, which never changes it: lists go by it without a join.';

-- Serves GET /contacts?childId=
create index contact_child_child on contact_child (child_id, contacted_at desc, contact_id);
-- Serves GET /contacts?area=
create index contact_child_area on contact_child (area_code, contacted_at desc, contact_id);

create trigger contact_version before update on contact for each row execute function raise_version();
