-- What is still to be done so that a worker hears of something that matters: one row a notice, written with it. Kept apart from the
-- notice, whose every change goes to the phones.
create table reach (
    notification_id uuid primary key references notification (id) on delete cascade,
    worker_id       uuid        not null references worker (id),
    appointment_id  uuid        not null references appointment (id),
    subject_id      uuid        not null,
    grade           text        not null check (grade in ('HIGH', 'URGENT', 'CRITICAL')),
    told_at         timestamptz not null,
    next_look_at    timestamptz,
    sms_id          uuid,
    sms_state       text check (sms_state in ('SENDING', 'SENT', 'FAILED')),
    sms_at          timestamptz,
    sms_attempts    integer     not null default 0,
    sms_error       text,
    call_task_id    uuid,
    ended           text,
    lease_owner     uuid,
    leased_until    timestamptz,
    constraint reach_sms check (num_nulls(sms_id, sms_state, sms_at) in (0, 3)),
    constraint reach_ended check ((next_look_at is null) = (ended is not null))
);

comment on column reach.sms_id is 'One message may stand for several notices of a worker.';
comment on column reach.sms_state is 'SENDING is counted and may have gone out: it is sent again under the same id after a crash.';
comment on column reach.ended is 'Why nobody looks any more: a stable code.';

-- Serve the job: whose moment has come, what cannot wait before what can.
create index reach_due_urgent on reach (next_look_at) where next_look_at is not null and grade <> 'HIGH';
create index reach_due_high on reach (next_look_at) where next_look_at is not null and grade = 'HIGH';
-- Serves the job: all that waits for a worker, and the task that asks for a call.
create index reach_worker on reach (worker_id) where next_look_at is not null;
-- Serves the job: when a worker was last sent a message.
create index reach_sms_at on reach (worker_id, sms_at) where sms_at is not null;
-- Serves the report of what was sent.
create index reach_told on reach (told_at) where sms_state is not null;
-- Serves the deletion of a post, which its rows name.
create index reach_appointment on reach (appointment_id);
