-- Posts that ended: who took over what belonged to them, and who confirmed it (交接).
create table handover (
    id                  uuid primary key,
    area_code           bigint      not null references area (code),
    recorded_area_code  bigint      not null references area (code),
    from_appointment_id uuid        not null unique references appointment (id),
    to_appointment_id   uuid references appointment (id) check (to_appointment_id <> from_appointment_id),
    end_reason          text        not null check (end_reason in ('ELECTION', 'RESIGN', 'TRANSFER', 'ILLNESS', 'DEATH')),
    ended_on            date        not null,
    confirmed_by        uuid        not null references appointment (id),
    confirmed_on        date        not null,
    request_hash        bytea       not null,
    created_at          timestamptz not null,
    created_by          uuid        not null references worker (id),
    updated_at          timestamptz not null,
    updated_by          uuid        not null references worker (id),
    client_time         timestamptz,
    device_id           uuid,
    version             integer     not null default 0
);

comment on column handover.area_code is 'The area of the post that ended, or of its organisation.';
comment on column handover.to_appointment_id is 'Null where nothing was open and nobody was named.';

-- Serves GET /handovers?area=, newest first.
create index handover_area on handover (area_code, created_at desc, id desc);

-- What was handed over, one row a record. A kind is named as in the change feed.
create table handover_item (
    handover_id uuid not null references handover (id),
    kind        text not null,
    item_id     uuid not null,
    primary key (handover_id, kind, item_id)
);

create trigger handover_version before update on handover for each row execute function raise_version();
