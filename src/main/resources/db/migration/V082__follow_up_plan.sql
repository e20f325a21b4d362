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
    child_id       uuid primary key references child (id) on delete cascade,
    followed_since timestamptz not null
);

comment on column child_follow_up.followed_since is 'When the file became active, last; of files of before, when they were planned first.';

-- At which level a child was when, since there are plans: a visit is judged by the level of the moment when it was recorded, and
-- a rise counts until it is taken back altogether. In the order of the ids; never changed.
create table child_level_change (
    id         bigint generated always as identity primary key,
    child_id   uuid        not null references child (id) on delete cascade,
    changed_at timestamptz not null,
    from_level text        not null,
    to_level   text        not null
);

-- Serves the planner.
create index child_level_change_child on child_level_change (child_id, id);

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
    v_is  boolean := new.file_status in ('ACTIVE', 'TRANSFER_PENDING');
    v_was boolean := tg_op = 'UPDATE' and old.file_status in ('ACTIVE', 'TRANSFER_PENDING');
begin
    if v_is and not v_was then
        insert into child_follow_up (child_id, followed_since)
        values (new.id, new.updated_at)
        on conflict (child_id) do update set followed_since = excluded.followed_since;
    elsif v_is and new.risk_level is distinct from old.risk_level then
        insert into child_follow_up (child_id, followed_since)
        values (new.id, new.updated_at)
        on conflict (child_id) do nothing;
    end if;
    perform look_at_follow_up(array [new.id]);
    return null;
end
$$;

-- What is not known yet is taken to be grave.
create function child_level_changed() returns trigger
    language plpgsql
as $$
begin
    insert into child_level_change (child_id, changed_at, from_level, to_level)
    values (new.id, new.updated_at, coalesce(old.risk_level, 'HIGH'), coalesce(new.risk_level, 'HIGH'));
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
create trigger child_follow_up after update of file_status, risk_level, area_code, responsible_appointment_id on child
    for each row
    when (new.file_status is distinct from old.file_status or new.risk_level is distinct from old.risk_level
        or new.area_code <> old.area_code
        or new.responsible_appointment_id is distinct from old.responsible_appointment_id)
    execute function child_changed_for_follow_up();
create trigger child_level_follow_up after update of risk_level on child
    for each row when (new.risk_level is distinct from old.risk_level)
    execute function child_level_changed();
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
create trigger child_category_follow_up after insert or update of status, start_date, end_date on child_category
    for each row execute function part_changed_for_follow_up();
