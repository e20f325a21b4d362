-- The daily summary (每日汇总): at most one notice a worker and day with all that is due or overdue.
alter table notification
    add column in_summary boolean not null default false,
    add column counts jsonb;

comment on column notification.in_summary is 'Whether it is a line of the next daily summary instead of a push of its own.';
comment on column notification.counts is 'Of a summary: how many things of each kind. Numbers only.';

-- Serves the summary: what was told since the last one.
create index notification_in_summary on notification (created_at) where in_summary;
-- Serves the summary: what is due soon, today or before.
create index task_due on task (due_on) where status in ('NEW', 'ACCEPTED', 'IN_PROGRESS');

-- The days whose summaries were begun, and until which moment each counts.
create table summary_day (
    day           date primary key,
    counted_until timestamptz not null
);

-- Who is still to be sent the summary of a day; a row goes in the transaction that writes the notice.
create table summary_due (
    day        date not null,
    worker_id  uuid not null references worker (id),
    not_before timestamptz,
    primary key (day, worker_id)
);
