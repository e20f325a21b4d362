-- What units report (按季度采集): periods, values, and all that was done to them.
create table collection_period (
    id           uuid primary key,
    area_code    bigint      not null references area (code),
    year         integer     not null,
    quarter      integer check (quarter between 1 and 4),
    open_on      date        not null,
    due_on       date        not null check (due_on >= open_on),
    closed_on    date,
    closed_by    uuid references worker (id),
    closing_id   uuid unique,
    look_on      date,
    request_hash bytea       not null,
    created_at   timestamptz not null,
    created_by   uuid        not null references worker (id),
    version      integer     not null default 0,
    check (num_nulls(closed_on, closed_by, closing_id) in (0, 3))
);

comment on column collection_period.quarter is 'Null for the year as a whole, with its official values.';
comment on column collection_period.closed_on is 'Nothing is taken any more but what was returned to a unit.';
comment on column collection_period.look_on is 'When somebody next looks for values that are missing; null when nothing more follows from it.';

-- A quarter, or a year, is collected once. Also serves the periods of an area, and the quarters before one.
create unique index collection_period_once on collection_period (area_code, year, quarter) nulls not distinct;
-- Serves the look for missing values.
create index collection_period_look on collection_period (look_on) where look_on is not null;

create trigger collection_period_version before update of closed_on on collection_period
    for each row execute function raise_version();

create table indicator_value (
    id                uuid primary key,
    period_id         uuid        not null references collection_period (id),
    responsibility_id uuid        not null references responsibility (id),
    area_code         bigint      not null references area (code),
    unit_id           uuid        not null references organisation (id),
    indicator_code    text        not null,
    catalogue_version text        not null,
    status            text        not null check (status in ('SUBMITTED', 'RETURNED', 'REVIEWED', 'PUBLISHED', 'CORRECTED')),
    value_version     integer     not null,
    numerator         numeric     not null,
    denominator       numeric,
    cumulative        boolean     not null,
    provisional       boolean     not null,
    source            text        not null,
    estimate_method   text,
    evidence          text,
    attested_by       text        not null,
    value             numeric,
    submitted_at      timestamptz not null,
    submitted_by      uuid        not null references worker (id),
    return_reason     text,
    request_hash      bytea       not null,
    created_by        uuid        not null references worker (id),
    version           integer     not null default 0,
    check (return_reason is null or status = 'RETURNED')
);

comment on table indicator_value is 'The newest version of each value; the versions before stand in indicator_value_act.';
comment on column indicator_value.catalogue_version is 'The released catalogue by which it was measured.';
comment on column indicator_value.value_version is 'Raised by each set of figures.';
comment on column indicator_value.attested_by is 'Who stands for the figures being true and exact (保证数据真实、准确).';
comment on column indicator_value.value is 'Numerator ÷ denominator × factor; null where the denominator is nought.';
comment on column indicator_value.submitted_by is 'Who brought the figures of this version.';

-- A unit reports an indicator of a place once in a period. Also serves the sum of the townships and what is owed.
create unique index indicator_value_once on indicator_value (period_id, area_code, indicator_code, unit_id);
-- Serve the list of an area and the values before one, the list of a unit, and the check of a line that is withdrawn.
create index indicator_value_area on indicator_value (area_code, indicator_code, id);
create index indicator_value_unit on indicator_value (unit_id);
create index indicator_value_responsibility on indicator_value (responsibility_id);

create trigger indicator_value_version before update on indicator_value for each row execute function raise_version();

create table indicator_value_act (
    id              uuid primary key,
    value_id        uuid        not null references indicator_value (id),
    kind            text        not null check (kind in ('SUBMIT', 'RESUBMIT', 'RETURN', 'REVIEW', 'PUBLISH', 'CORRECT')),
    value_version   integer     not null,
    done_at         timestamptz not null,
    worker_id       uuid        not null references worker (id),
    appointment_id  uuid        not null references appointment (id),
    request_hash    bytea       not null,
    reason          text,
    numerator       numeric,
    denominator     numeric,
    cumulative      boolean,
    provisional     boolean,
    source          text,
    estimate_method text,
    evidence        text,
    attested_by     text,
    value           numeric,
    check ((numerator is null) = (kind in ('RETURN', 'REVIEW', 'PUBLISH'))),
    check ((reason is null) = (kind not in ('RETURN', 'CORRECT')))
);

comment on table indicator_value_act is 'What was done to a value, with the figures of each version; never changed.';

-- Serves the history of a value.
create index indicator_value_act_value on indicator_value_act (value_id, done_at);
