-- What a warning letter or a protection order asks for tells of violence at home: like what follows an incident it stands in the own
-- scope of who holds it, and in no village's.
create or replace trigger task_feed after insert or update on task
    for each row when (new.task_type not in ('INCIDENT_FOLLOW', 'WARNING_LETTER_VISIT', 'PROTECTION_ORDER_CHECK'))
    execute function feed_by_area('task');
create or replace trigger task_feed_gone after delete on task
    for each row when (old.task_type not in ('INCIDENT_FOLLOW', 'WARNING_LETTER_VISIT', 'PROTECTION_ORDER_CHECK'))
    execute function feed_by_area('task');

select feed_remove(c.scope, 'task', t.id, t.version)
from task t join sync_change c on c.kind = 'task' and c.id = t.id and c.scope > 0
where t.task_type in ('WARNING_LETTER_VISIT', 'PROTECTION_ORDER_CHECK');
