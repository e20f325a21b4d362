-- Posts that were filled again after a vacancy: what they got of what was held for them (接手).
create table takeover (
    id                  uuid primary key,
    area_code           bigint      not null references area (code),
    recorded_area_code  bigint      not null references area (code),
    from_appointment_id uuid references appointment (id),
    to_appointment_id   uuid        not null references appointment (id) check (to_appointment_id <> from_appointment_id),
    item_kinds          text[]      not null,
    item_ids            uuid[]      not null check (cardinality(item_ids) = cardinality(item_kinds)),
    confirmed_by        uuid        not null references appointment (id),
    request_hash        bytea       not null,
    created_at          timestamptz not null,
    created_by          uuid        not null references worker (id),
    updated_at          timestamptz not null,
    updated_by          uuid        not null references worker (id),
    client_time         timestamptz,
    device_id           uuid,
    version             integer     not null default 0
);

comment on column takeover.from_appointment_id is 'The post above that stood in; null where nobody did.';
comment on column takeover.item_kinds is 'What was taken over, kind by kind as in the change feed, beside item_ids.';

create trigger takeover_version before update on takeover for each row execute function raise_version();

-- Serves the takeover: open files for which nobody is responsible, in a village.
create index child_without_responsible on child (area_code)
    where responsible_appointment_id is null and file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING');
