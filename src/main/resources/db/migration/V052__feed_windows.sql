-- Closed history is limited in the feed: visits and contacts of some months, tasks and moves for some days after their end.
-- How long is said in the code (FeedWindow); here stands from which day on it is counted.

alter table sync_change add column since date;

comment on column sync_change.since is
    'Day in Asia/Shanghai from which the window of a closed record counts; infinity while it is open; null for kinds without a window, and where an older release has written it.';

-- Reference records have had no rows in the feed since they come with the first page of a pull.
comment on column sync_change.scope is 'A village code, or minus a worker''s number.';

create function local_day(moment timestamptz) returns date
    language sql immutable
as $$
    select (moment at time zone 'Asia/Shanghai')::date
$$;

create function feed_since(p_kind text, p_id uuid) returns date
    language sql stable
as $$
    select case p_kind
        when 'visit' then (
            select local_day(case when time_uncertain then received_at else started_at end) from visit where id = p_id)
        when 'contact' then (select local_day(contacted_at) from contact where id = p_id)
        when 'task' then (
            select case when status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') then 'infinity' else local_day(updated_at) end
            from task where id = p_id)
        when 'move' then (
            select case when state in ('PROPOSED', 'REQUESTED') then 'infinity' else coalesce(local_day(answered_at), 'infinity') end
            from child_move where id = p_id)
    end
$$;

create or replace function feed_put(p_scope bigint, p_kind text, p_id uuid, p_version integer) returns void
    language sql
as $$
    insert into sync_change (scope, kind, id, removed, version, position, since)
    values (p_scope, p_kind, p_id, false, p_version, current_position(), feed_since(p_kind, p_id))
    on conflict (scope, kind, id) do update
        set removed = false, version = excluded.version, position = excluded.position, since = excluded.since
$$;

-- Transaction ids know no time. The first position of each day says how old a cursor or a removal is.
create table feed_day (
    day      date   primary key,
    position bigint not null
);

comment on column feed_day.position is 'All that lies below was written before somebody looked on this day.';
