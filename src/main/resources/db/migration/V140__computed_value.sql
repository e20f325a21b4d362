-- What the system counted of an indicator at the end of a quarter (indicators.md, section 9): most records know only today.
create table computed_value (
    indicator_code    text        not null,
    area_code         bigint      not null references area (code),
    from_on           date        not null,
    on_day            date        not null check (on_day >= from_on),
    formula           text        not null,
    catalogue_version text        not null,
    numerator         bigint      not null,
    denominator       bigint      not null check (denominator >= numerator),
    villages          integer     not null,
    computed_at       timestamptz not null,
    primary key (area_code, on_day, from_on, indicator_code)
);

comment on table computed_value is 'Counted once and never again, so that a day that is over keeps its figures.';
comment on column computed_value.from_on is 'The first day that is counted: of the quarter, or of the year for figures that count from January.';
comment on column computed_value.on_day is 'The last day of the quarter.';
comment on column computed_value.villages is 'How many villages were counted together: figures of one are not shown.';

-- Looks for what a unit may confirm: a period that is open is looked at once a day.
alter table collection_period add column prefill_on date;

comment on column collection_period.prefill_on is 'When somebody next looks for values that the system has counted; null: at once.';

create index collection_period_prefill on collection_period (prefill_on nulls first)
    where closed_on is null and withdrawn_at is null and quarter is not null;

-- A value that the system made is with the unit until somebody stands for it.
alter table indicator_value drop constraint indicator_value_status_check;
alter table indicator_value add constraint indicator_value_status_check
    check (status in ('OPEN', 'SUBMITTED', 'RETURNED', 'REVIEWED', 'PUBLISHED', 'CORRECTED')) not valid;
alter table indicator_value add constraint indicator_value_open_check
    check (status <> 'OPEN' or made_by = 'SYSTEM') not valid;

comment on column indicator_value.status is 'OPEN: made by the system, and nobody has confirmed it yet.';
