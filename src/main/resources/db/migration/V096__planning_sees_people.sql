-- Whoever comes into office has what the matrix asks for and nobody holds, without waiting for something else to happen to the
-- children. A post of this role holds in one village. Served by task_open_in_area.
create function post_begins_for_follow_up() returns trigger
    language plpgsql
as $$
begin
    insert into follow_up_look (child_id, look_at)
    select distinct t.subject_id, new.appointed_on::timestamp at time zone 'Asia/Shanghai'
    from area a
    join task t on t.area_code >= a.code and t.area_code < a.code_end
    where a.code = new.area_code and t.origin = 'POLICY' and t.subject_type = 'CHILD' and t.subject_id is not null
      and t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') and t.assignee_appointment_id is null;
    return null;
end
$$;

create trigger appointment_follow_up after insert or update of appointed_on, status, area_code on appointment
    for each row when (new.role_code = 'CHILDREN_DIRECTOR' and new.area_code is not null and new.status <> 'ENDED')
    execute function post_begins_for_follow_up();

-- Which standard and calendar hold in an area follows who runs it (托管).
create function host_changed_for_follow_up() returns trigger
    language plpgsql
as $$
begin
    insert into follow_up_replan (area_code, from_day)
    values (new.code, coalesce(new.administered_from, local_day(now()) - 1))
    on conflict (area_code, from_day) do update
        set after_area = excluded.after_area, after_child = excluded.after_child;
    return null;
end
$$;

create trigger area_host_replan
    after update of administered_by_area_code, administered_by_organisation_id, administered_from on area
    for each row
    when (new.administered_by_area_code is distinct from old.administered_by_area_code
        or new.administered_by_organisation_id is distinct from old.administered_by_organisation_id
        or new.administered_from is distinct from old.administered_from)
    execute function host_changed_for_follow_up();

-- A standard holds in the areas that its office runs elsewhere, too.
create or replace function policy_changed_for_follow_up() returns trigger
    language plpgsql
as $$
begin
    insert into follow_up_replan (area_code, from_day)
    select held.code, new.valid_from
    from (select new.area_code as code
          union
          select h.code
          from area p
          join area h on h.administered_by_area_code is not null or h.administered_by_organisation_id is not null
          left join organisation o on o.id = h.administered_by_organisation_id
          where p.code = new.area_code
            and coalesce(h.administered_by_area_code, o.area_code) >= p.code
            and coalesce(h.administered_by_area_code, o.area_code) < p.code_end) held
    order by held.code
    on conflict (area_code, from_day) do update
        set after_area = excluded.after_area, after_child = excluded.after_child;
    return null;
end
$$;

-- Spans of a standard are counted in working days. A year of a calendar is replaced as a whole.
create function calendar_changed_for_follow_up() returns trigger
    language plpgsql
as $$
begin
    insert into follow_up_replan (area_code, from_day)
    select distinct a.code, local_day(now()) - 1
    from changed c
    join area a on a.code = c.area_code or c.area_code is null and a.parent_code is null
    order by a.code
    on conflict (area_code, from_day) do update
        set after_area = excluded.after_area, after_child = excluded.after_child;
    return null;
end
$$;

create trigger work_calendar_added_replan after insert on work_calendar_day referencing new table as changed
    for each statement execute function calendar_changed_for_follow_up();
create trigger work_calendar_taken_replan after delete on work_calendar_day referencing old table as changed
    for each statement execute function calendar_changed_for_follow_up();
