-- Levels that were raised before V034 woke nobody: a late task may wait for the day of the lower level, or its ladder may have
-- ended there. Each late task of a child is looked at once more; whoever was told is not told again.
set local lock_timeout = '10s';

with waiting as materialized (
    select l.task_id, coalesce(t.due_at, (t.due_on + 1)::timestamp at time zone 'Asia/Shanghai') as late_from
    from task t
    join task_ladder l on l.task_id = t.id
    where t.subject_type = 'CHILD' and t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
    order by l.task_id
    for no key update of l)
update task_ladder l
set next_alert_at = least(l.next_alert_at, waiting.late_from)
from waiting
where l.task_id = waiting.task_id and (l.next_alert_at is null or l.next_alert_at > waiting.late_from);
