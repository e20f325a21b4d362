-- Whom the ladder (逐级提醒) told of a late task, when and why, and when they took note of it. Rows are never changed otherwise.
create table task_ladder_step (
    task_id         uuid        not null references task (id),
    step            text        not null check (step in ('ASSIGNEE', 'COORDINATOR', 'COUNTY')),
    reason          text        not null check (reason in ('DUE', 'VACANT_BELOW')),
    due_on          date        not null,
    worker_id       uuid        not null references worker (id),
    appointment_id  uuid        not null references appointment (id),
    event           text        not null,
    occurrence      text        not null,
    told_at         timestamptz not null,
    acknowledged_at timestamptz,
    primary key (task_id, worker_id, event, occurrence)
);

comment on column task_ladder_step.occurrence is 'With worker and event the notification that told of it.';

-- Whoever reads in the inbox that a task is late takes note of it.
create function ladder_step_acknowledged() returns trigger language plpgsql as $$
begin
    update task_ladder_step
    set acknowledged_at = new.read_at
    where task_id = new.subject_id and worker_id = new.worker_id and event = new.event and occurrence = new.occurrence
      and acknowledged_at is null;
    return null;
end $$;

create trigger notification_ladder_step after update of read_at on notification
    for each row when (old.read_at is null and new.read_at is not null and new.subject_type = 'task'
                       and new.event like 'task-overdue%')
    execute function ladder_step_acknowledged();
