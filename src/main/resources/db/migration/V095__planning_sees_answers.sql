-- Planning reads two answers of a visit: the day that the visitor named for the next one, and how the child is cared for.
create trigger visit_child_answers_follow_up after update of next_visit_on, care_quality on visit_child
    for each row
    when (new.next_visit_on is distinct from old.next_visit_on or new.care_quality is distinct from old.care_quality)
    execute function part_changed_for_follow_up();

-- How grave a child's level was at a moment, as far as it is known. Served by child_level_change_child.
create function risk_rank_at(p_child uuid, p_at timestamptz) returns integer
    language sql stable
as $$
    select coalesce(
        (select risk_rank(l.to_level) from child_level_change l
         where l.child_id = p_child and l.changed_at <= p_at order by l.id desc limit 1),
        (select risk_rank(l.from_level) from child_level_change l where l.child_id = p_child order by l.id limit 1),
        (select risk_rank(c.risk_level) from child c where c.id = p_child))
$$;
