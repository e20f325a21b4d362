create table task (
    id                      uuid primary key,
    area_code               bigint      not null references area (code),
    recorded_area_code      bigint      not null references area (code),
    title                   text        not null,
    task_type               text        not null check (task_type in ('VISIT', 'FIRST_VISIT', 'RE_ASSESS', 'VERIFY', 'CONTACT', 'UPDATE_FILE',
        'AGREEMENT_RENEW', 'REFERRAL_FOLLOW', 'INCIDENT_FOLLOW', 'WARNING_LETTER_VISIT', 'PROTECTION_ORDER_CHECK', 'ACTIVITY', 'REPORT', 'TRAINING', 'RECTIFY', 'OTHER')),
    origin                  text        not null check (origin in ('ASSIGNED', 'POLICY', 'RISK_RULE', 'CAMPAIGN', 'REFERRAL', 'SELF')),
    subject_type            text        not null check (subject_type in ('CHILD', 'HOUSEHOLD', 'HOME', 'INCIDENT', 'INDICATOR', 'NONE')),
    subject_id              uuid,
    rule                    text        not null,
    occurrence              text        not null,
    assigner_appointment_id uuid        not null references appointment (id),
    assignee_appointment_id uuid references appointment (id),
    note                    text,
    priority                text        not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    start_on                date        not null,
    due_on                  date        not null check (due_on >= start_on),
    due_at                  timestamptz,
    status                  text        not null check (status in ('NEW', 'ACCEPTED', 'IN_PROGRESS', 'DONE', 'CONFIRMED', 'CANCELLED')),
    done_at                 timestamptz,
    result_type             text,
    result_id               uuid,
    return_reason           text,
    request_hash            bytea       not null,
    created_at              timestamptz not null,
    created_by              uuid        not null references worker (id),
    updated_at              timestamptz not null,
    updated_by              uuid        not null references worker (id),
    client_time             timestamptz,
    device_id               uuid,
    version                 integer     not null default 0,
    check ((subject_type = 'NONE') = (subject_id is null))
);

comment on column task.rule is 'What asked for it: ASSIGNED, or the name of a policy rule.';
comment on column task.occurrence is 'Which occurrence of the rule: the task''s own id when assigned by hand.';

-- Nothing is asked for twice.
create unique index task_once on task (subject_type, subject_id, rule, occurrence) nulls not distinct;
-- Serves GET /tasks?assignee=me
create index task_assignee on task (assignee_appointment_id, due_on, id);
-- Serves what a visit settles, and the tasks of a child.
create index task_subject on task (subject_id) where status in ('NEW', 'ACCEPTED', 'IN_PROGRESS');
-- Serves GET /tasks?area=&dueBefore=
create index task_area on task (area_code, due_on, id);

-- What moved a task, under the id that the client gave the action: a repeated request is answered, not done again.
create table task_action (
    id           uuid primary key,
    task_id      uuid        not null references task (id),
    action       text        not null check (action in ('ACCEPT', 'COMPLETE', 'RETURN', 'REASSIGN', 'CANCEL')),
    request_hash bytea       not null,
    created_at   timestamptz not null,
    created_by   uuid        not null references worker (id)
);

-- Where an open task stands on the ladder (逐级提醒). Beside the task, so that a sweep re-sends no task to any phone.
create table task_ladder (
    task_id             uuid primary key references task (id) on delete cascade,
    next_alert_at       timestamptz,
    assignee_told_at    timestamptz,
    coordinator_told_at timestamptz,
    county_told_at      timestamptz
);

-- Serves the sweep: what is due to be looked at.
create index task_ladder_due on task_ladder (next_alert_at) where next_alert_at is not null;

-- Whoever holds a task has it on the phone, wherever the task is and whatever else the holder may read there: it stands
-- in the holder's own scope too.
create function feed_to_assignee() returns trigger
    language plpgsql
as $$
declare
    held_before bigint;
    held_now    bigint;
begin
    if tg_op <> 'INSERT' then
        select w.number into held_before
        from appointment a join worker w on w.id = a.worker_id
        where a.id = old.assignee_appointment_id;
    end if;
    if tg_op = 'DELETE' then
        if held_before is not null then
            perform feed_remove(-held_before, 'task', old.id, old.version + 1);
        end if;
        return null;
    end if;
    select w.number into held_now
    from appointment a join worker w on w.id = a.worker_id
    where a.id = new.assignee_appointment_id;
    if held_before is distinct from held_now and held_before is not null then
        perform feed_remove(-held_before, 'task', new.id, new.version);
    end if;
    if held_now is not null then
        perform feed_put(-held_now, 'task', new.id, new.version);
    end if;
    return null;
end
$$;

create trigger task_version before update on task for each row execute function raise_version();
create trigger task_feed after insert or update or delete on task for each row execute function feed_by_area('task');
create trigger task_feed_to_assignee after insert or update or delete on task for each row execute function feed_to_assignee();
