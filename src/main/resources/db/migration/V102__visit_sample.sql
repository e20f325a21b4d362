-- Which visits are verified (抽查): each home visit stands here once, drawn or not.
create table visit_sample (
    visit_id  uuid primary key references visit (id) on delete cascade,
    worker_id uuid        not null references worker (id),
    quarter   date        not null,
    look_at   timestamptz default now(),
    reason    text check (reason in ('LEVEL', 'SHARE', 'FILLED')),
    drawn_at  timestamptz,
    constraint visit_sample_drawn check (num_nulls(reason, drawn_at) in (0, 2))
);

comment on column visit_sample.quarter is 'First day of the quarter in which the visit began, as it was recorded first; in which it was received, where the phone could not tell.';
comment on column visit_sample.look_at is 'Null once it was judged.';
comment on column visit_sample.reason is 'Why it was drawn: a child at HIGH or CRITICAL, its place below the share, or to fill the share up; null where it was not.';

-- Serves DrawSamples: what is to be judged.
create index visit_sample_look on visit_sample (look_at, visit_id) where look_at is not null;
-- Serves DrawSamples: the visits of a worker in a quarter.
create index visit_sample_worker on visit_sample (worker_id, quarter);

-- When a worker's quarter is filled up to its share; null once it was, until a late visit arrives.
create table visit_sample_quarter (
    worker_id uuid not null references worker (id),
    quarter   date not null,
    fill_at   timestamptz,
    primary key (worker_id, quarter)
);

create index visit_sample_quarter_fill on visit_sample_quarter (fill_at) where fill_at is not null;

create function visit_to_sample() returns trigger
    language plpgsql
as $$
begin
    insert into visit_sample (visit_id, worker_id, quarter, look_at)
    values (new.id, new.created_by, date_trunc('quarter', local_day(case when new.time_uncertain then new.received_at else new.started_at end)::timestamp)::date,
            new.received_at);
    return null;
end
$$;

create trigger visit_sampled after insert on visit
    for each row when (new.method = 'HOME')
    execute function visit_to_sample();
