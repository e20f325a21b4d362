-- What asks for a visit may be a concern, and no visit knew of it that was made before it arose, however early it settles
-- what the calendar asks for.
set local lock_timeout = '10s';

alter table task add column arose_at timestamptz;

comment on column task.arose_at is 'When the concern arose that asked for it; null where the time for a visit has come round.';

-- What is open asks for it from now on. A node of the release before goes on writing tasks without it.
update task t set arose_at = c.contacted_at
from contact c
where t.rule = 'CONTACT' and t.occurrence = cast(c.id as text) and t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS');

update task
set arose_at = case
    when start_on < (created_at at time zone 'Asia/Shanghai')::date then start_on::timestamp at time zone 'Asia/Shanghai'
    else created_at end
where task_type = 'INCIDENT_FOLLOW' and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS');
