-- The change feed: one row a record and scope, at its newest version. Order comes from the epoch and the
-- transaction id, never from clocks or sequences, which lose late commits.

create table epoch (
    number            integer primary key,
    system_identifier text        not null,
    timeline          integer     not null,
    reason            text        not null check (reason in ('FIRST_START', 'RESTORED', 'CURSOR_AHEAD')),
    opened_at         timestamptz not null default now()
);

comment on table epoch is 'A new row whenever the database went back in time; positions of older epochs sort below.';

insert into epoch (number, system_identifier, timeline, reason)
select 1, s.system_identifier::text, c.timeline_id, 'FIRST_START'
from pg_control_system() s, pg_control_checkpoint() c;

create function current_position() returns bigint
    language sql stable
as $$
    select (select max(number) from epoch)::bigint * (1::bigint << 48) + pg_current_xact_id()::text::bigint
$$;

create table sync_change (
    scope    bigint  not null,
    kind     text    not null,
    id       uuid    not null,
    removed  boolean not null,
    version  integer not null,
    position bigint  not null,
    primary key (scope, kind, id)
) with (fillfactor = 80);

comment on column sync_change.scope is 'A village code; minus a worker''s number; or 0 for reference data.';

-- Serves GET /sync/changes: the next rows of one scope in feed order.
create index sync_change_feed on sync_change (scope, position, kind, id);

create function feed_put(p_scope bigint, p_kind text, p_id uuid, p_version integer) returns void
    language sql
as $$
    insert into sync_change (scope, kind, id, removed, version, position)
    values (p_scope, p_kind, p_id, false, p_version, current_position())
    on conflict (scope, kind, id) do update
        set removed = false, version = excluded.version, position = excluded.position
$$;

create function feed_remove(p_scope bigint, p_kind text, p_id uuid, p_version integer) returns void
    language sql
as $$
    insert into sync_change (scope, kind, id, removed, version, position)
    values (p_scope, p_kind, p_id, true, p_version, current_position())
    on conflict (scope, kind, id) do update
        set removed = true, version = excluded.version, position = excluded.position
$$;

-- For tables whose only scope is their area_code. The kind is the trigger's argument.
create function feed_by_area() returns trigger
    language plpgsql
as $$
begin
    if tg_op = 'DELETE' then
        perform feed_remove(old.area_code, tg_argv[0], old.id, old.version + 1);
        return null;
    end if;
    if tg_op = 'UPDATE' and new.area_code <> old.area_code then
        perform feed_remove(old.area_code, tg_argv[0], old.id, new.version);
    end if;
    perform feed_put(new.area_code, tg_argv[0], new.id, new.version);
    return null;
end
$$;

-- Set-based statements that forget the version must not blind digests and merges.
create function raise_version() returns trigger
    language plpgsql
as $$
begin
    if new.version = old.version then
        new.version := old.version + 1;
    end if;
    return new;
end
$$;
