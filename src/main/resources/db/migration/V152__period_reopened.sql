-- A period that was closed may be opened again until another day.
create table collection_period_act (
    id             uuid primary key,
    period_id      uuid        not null references collection_period (id),
    kind           text        not null check (kind in ('CLOSE', 'REOPEN')),
    done_at        timestamptz not null,
    worker_id      uuid        not null references worker (id),
    appointment_id uuid references appointment (id),
    request_hash   bytea,
    reason         text,
    due_on         date,
    check (num_nulls(reason, due_on) = case kind when 'REOPEN' then 0 else 2 end)
);

comment on table collection_period_act is 'Never changed. Closings of before stand in the period until it is opened again.';
comment on column collection_period_act.due_on is 'Until when units report after it.';

-- Serves the history of a period.
create index collection_period_act_period on collection_period_act (period_id, done_at);
