-- The inbox: written in the transaction of its cause, once for each worker, event and occurrence.
create table notification (
    id             uuid primary key,
    worker_id      uuid        not null references worker (id),
    appointment_id uuid        not null references appointment (id),
    event          text        not null,
    occurrence     text        not null,
    urgent         boolean     not null,
    subject_type   text        not null,
    subject_id     uuid        not null,
    due_on         date,
    created_at     timestamptz not null,
    read_at        timestamptz,
    version        integer     not null default 0,
    unique (worker_id, event, occurrence)
);

comment on column notification.occurrence is 'Names the subject, the stage and the due day; a new date is a new occurrence.';

-- Serves GET /notifications, newest first.
create index notification_inbox on notification (worker_id, created_at desc, id desc);
-- Serves the withdrawal of pushes about what is over.
create index notification_subject on notification (subject_id);

-- The outbox: one row a notification, device and channel.
create table delivery (
    notification_id uuid        not null,
    device_id       uuid        not null,
    channel         text        not null check (channel in ('FCM', 'JPUSH', 'APNS')),
    created_at      timestamptz not null,
    state           text        not null check (state in ('PENDING', 'SENT', 'DEAD', 'STALE')),
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 0,
    leased_until    timestamptz,
    lease_owner     uuid,
    sent_at         timestamptz,
    error           text,
    primary key (notification_id, device_id, channel, created_at)
) partition by range (created_at);

create table delivery_default partition of delivery default;
select ensure_partitions('delivery', current_date, (current_date + interval '2 months')::date);

-- Serves the sender: what is due to be sent.
create index delivery_due on delivery (next_attempt_at) where state = 'PENDING';

create trigger notification_version before update on notification for each row execute function raise_version();
