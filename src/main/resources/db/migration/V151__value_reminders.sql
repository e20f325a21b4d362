-- Reminders of values (CollectionPeriod.reminders): who still owes some is told before the due day, on it, and once after it.
alter table collection_period add column remind_at timestamptz;

comment on column collection_period.remind_at is 'When somebody next looks whom to remind; null: at once, infinity: nothing more follows.';

create index collection_period_remind on collection_period (remind_at nulls first)
    where closed_on is null and withdrawn_at is null;

-- What was told of a period: each stage once a due day.
create table collection_told (
    period_id uuid        not null references collection_period (id),
    stage     text        not null check (stage in ('SOON_7', 'SOON_3', 'SOON_1', 'DUE', 'MISSED')),
    due_on    date        not null,
    told_at   timestamptz not null,
    primary key (period_id, stage, due_on)
);
