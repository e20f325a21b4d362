-- Visits that wait for a while (暂缓走访): nothing is due on these days, both included.
create table visit_pause (
    id             uuid primary key,
    child_id       uuid        not null references child (id),
    from_date      date        not null,
    until_date     date        not null check (until_date >= from_date),
    reason_code    text        not null check (reason_code in ('AWAY_WITH_PARENTS', 'IN_HOSPITAL', 'IN_INSTITUTION', 'OTHER')),
    appointment_id uuid        not null references appointment (id),
    request_hash   bytea       not null,
    created_at     timestamptz not null,
    created_by     uuid        not null references worker (id),
    ended_on       date,
    ended_at       timestamptz,
    end_id         uuid unique,
    ended_by       uuid references worker (id),
    version        integer     not null default 0,
    constraint visit_pause_ended check ((ended_on is null) = (ended_at is null) and (ended_at is not null or end_id is null))
);

comment on column visit_pause.ended_on is 'From this day on it does not hold; ended by nobody where the level rose to HIGH or CRITICAL, the child moved or its file was closed.';

-- Serves the planner, and whoever asks why nothing is due.
create index visit_pause_child on visit_pause (child_id, from_date);

create trigger visit_pause_version before update on visit_pause for each row execute function raise_version();

-- Also when its first day begins, and when its last one is over: what is late meanwhile is so no more, and is again.
create function visit_pause_for_follow_up() returns trigger
    language plpgsql
as $$
begin
    perform look_at_follow_up(array [new.child_id]);
    insert into follow_up_look (child_id, look_at)
    select new.child_id, day at time zone 'Asia/Shanghai'
    from unnest(array [new.from_date::timestamp, (new.until_date + 1)::timestamp]) day
    where tg_op = 'INSERT' and day at time zone 'Asia/Shanghai' > new.created_at;
    return null;
end
$$;

create trigger visit_pause_follow_up after insert or update of ended_on on visit_pause
    for each row execute function visit_pause_for_follow_up();

-- Who may be in danger is visited: no pause outlives the day. Nor does one go with a child to another village, whose township
-- decided nothing, or stay with a file that is not active any more. Where a village is merged, the child has not moved.
create function child_ends_visit_pauses() returns trigger
    language plpgsql
as $$
begin
    update visit_pause
    set ended_on = greatest((new.updated_at at time zone 'Asia/Shanghai')::date, from_date), ended_at = new.updated_at
    where child_id = new.id and ended_on is null
      and until_date >= (new.updated_at at time zone 'Asia/Shanghai')::date;
    return null;
end
$$;

create trigger child_ends_visit_pauses after update of risk_level, area_code, file_status on child
    for each row
    when (risk_rank(new.risk_level) >= risk_rank('HIGH') and risk_rank(old.risk_level) < risk_rank('HIGH')
        or new.area_code <> old.area_code and new.updated_at <> old.updated_at
        or old.file_status in ('ACTIVE', 'TRANSFER_PENDING') and new.file_status not in ('ACTIVE', 'TRANSFER_PENDING'))
    execute function child_ends_visit_pauses();
