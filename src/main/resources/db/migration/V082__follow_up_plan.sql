-- When the rules must plan a child's follow-up (随访) again.

-- Many rows a child, written and never changed: who records a visit waits for nobody who plans, nor two visits for each other.
create table follow_up_look (
    id       bigint generated always as identity primary key,
    child_id uuid        not null references child (id) on delete cascade,
    look_at  timestamptz not null
);

-- Serves the planner: whose moment has come, the longest due first.
create index follow_up_look_due on follow_up_look (look_at, id);
-- Serves the planner: what a plan has met.
create index follow_up_look_child on follow_up_look (child_id);

-- From when a child's days are counted. One planner at a time holds the row.
create table child_follow_up (
    child_id      uuid primary key references child (id) on delete cascade,
    followed_since timestamptz not null,
    raised_at     timestamptz,
    closely_since timestamptz
);

comment on column child_follow_up.followed_since is 'When the file became active, last; of files of before, when they were planned first.';
comment on column child_follow_up.raised_at is 'When the level rose, unless it fell since.';
comment on column child_follow_up.closely_since is
    'Since when it is HIGH or CRITICAL without a break: from then on a visit has to see the child. 1970 where nobody knows.';

create function look_at_follow_up(p_children uuid[]) returns void
    language sql
as $$
    insert into follow_up_look (child_id, look_at)
    select c, timestamptz '1970-01-01 00:00+00' from unnest(p_children) c
$$;

create function risk_rank(p_level text) returns integer
    language sql immutable
as $$
    select array_position(array ['NORMAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], coalesce(p_level, 'HIGH'))
$$;

-- The moment of the change is the file's own: servers plan by their clock, not by the database's.
create function child_changed_for_follow_up() returns trigger
    language plpgsql
as $$
declare
    v_is      boolean := new.file_status in ('ACTIVE', 'TRANSFER_PENDING');
    v_was     boolean := tg_op = 'UPDATE' and old.file_status in ('ACTIVE', 'TRANSFER_PENDING');
    v_closely timestamptz := case when risk_rank(new.risk_level) >= risk_rank('HIGH') then new.updated_at end;
begin
    if v_is and not v_was then
        insert into child_follow_up (child_id, followed_since, closely_since)
        values (new.id, new.updated_at, v_closely)
        on conflict (child_id) do update
            set followed_since = excluded.followed_since, raised_at = null, closely_since = excluded.closely_since;
    elsif v_is and new.risk_level is distinct from old.risk_level then
        insert into child_follow_up (child_id, followed_since, raised_at, closely_since)
        values (new.id, new.updated_at,
            case when risk_rank(new.risk_level) > risk_rank(old.risk_level) then new.updated_at end, v_closely)
        on conflict (child_id) do update
            set raised_at = excluded.raised_at,
                closely_since = case when v_closely is not null
                    then coalesce(child_follow_up.closely_since, v_closely) end;
    end if;
    perform look_at_follow_up(array [new.id]);
    return null;
end
$$;

create function part_changed_for_follow_up() returns trigger
    language plpgsql
as $$
begin
    perform look_at_follow_up(array [new.child_id]);
    return null;
end
$$;

create function part_ended_for_follow_up() returns trigger
    language plpgsql
as $$
begin
    perform look_at_follow_up(array [old.child_id]);
    return null;
end
$$;

create function visit_changed_for_follow_up() returns trigger
    language plpgsql
as $$
begin
    perform look_at_follow_up(array(select child_id from visit_child where visit_id = new.id));
    return null;
end
$$;

create trigger child_begun_follow_up after insert on child
    for each row when (new.file_status in ('ACTIVE', 'TRANSFER_PENDING'))
    execute function child_changed_for_follow_up();
create trigger child_follow_up after update of file_status, risk_level, area_code on child
    for each row
    when (new.file_status is distinct from old.file_status or new.risk_level is distinct from old.risk_level
        or new.area_code <> old.area_code)
    execute function child_changed_for_follow_up();
create trigger visit_child_follow_up after insert on visit_child
    for each row execute function part_changed_for_follow_up();
create trigger visit_child_amended_follow_up after update of met on visit_child
    for each row when (new.met <> old.met)
    execute function part_changed_for_follow_up();
create trigger visit_child_gone_follow_up after delete on visit_child
    for each row execute function part_ended_for_follow_up();
create trigger visit_follow_up after update of method, outcome, started_at on visit
    for each row
    when (new.method <> old.method or new.outcome <> old.outcome or new.started_at <> old.started_at)
    execute function visit_changed_for_follow_up();
create trigger contact_child_follow_up after insert on contact_child
    for each row execute function part_changed_for_follow_up();
create trigger risk_assessment_follow_up after insert on risk_assessment
    for each row execute function part_changed_for_follow_up();
create trigger child_category_follow_up after insert or update of status, start_date, end_date on child_category
    for each row execute function part_changed_for_follow_up();
