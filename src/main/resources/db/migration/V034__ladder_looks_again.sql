-- Whoever gets a late task back is told again that it is late: the occurrence of the notice counts the hand-overs.
alter table task_ladder add column hand_overs integer not null default 0;

-- A level that is raised counts at once, also for a task that was last looked at under a lower one, or whose ladder had
-- ended there: the ladder looks again from the first moment on at which the task may be late. Here, so that no way of
-- setting a level can forget it. The rows are taken in the order of their ids. A sweep that decides at this moment holds
-- them: this waits for it, and has the last word.
create function ladder_looks_again() returns trigger
    language plpgsql
as $$
begin
    with waiting as materialized (
        select l.task_id, coalesce(t.due_at, (t.due_on + 1)::timestamp at time zone 'Asia/Shanghai') as late_from
        from task t
        join task_ladder l on l.task_id = t.id
        where t.subject_id = new.id and t.subject_type = 'CHILD' and t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
        order by l.task_id
        for no key update of l)
    update task_ladder l
    set next_alert_at = least(l.next_alert_at, waiting.late_from)
    from waiting
    where l.task_id = waiting.task_id;
    return null;
end
$$;

create trigger child_level_wakes_ladder after update of risk_level on child
    for each row
    when (new.risk_level is distinct from old.risk_level)
    execute function ladder_looks_again();
