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
    withdrawn_at      timestamptz,
    withdrawn_by      uuid references worker (id),
    withdrawal_id     uuid unique,
    withdrawal_reason text,
    request_hash bytea       not null,
    created_at   timestamptz not null,
    created_by   uuid        not null references worker (id),
    version      integer     not null default 0,
    check (num_nulls(closed_on, closed_by, closing_id) in (0, 3)),
    check (num_nulls(withdrawn_at, withdrawn_by, withdrawal_id, withdrawal_reason) in (0, 4))
);

comment on column collection_period.quarter is 'Null for the year as a whole, with its official values.';
comment on column collection_period.closed_on is 'Nothing is taken any more but what was returned to a unit.';
comment on column collection_period.withdrawn_at is 'Opened by mistake: it does not count, and another may stand in its place.';
comment on column collection_period.look_on is 'When somebody next looks for values that are missing; null when nothing more follows from it.';

-- A quarter, or a year, is collected once. Also serves the periods of an area, and the quarters before one.
create unique index collection_period_once on collection_period (area_code, year, quarter) nulls not distinct
    where withdrawn_at is null;
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
    provisional       boolean     not null,
    source            text        not null,
    estimate_method   text,
    evidence          text,
    made_by           text        not null default 'PERSON' check (made_by in ('PERSON', 'SYSTEM')),
    attested_by       text,
    value             numeric,
    submitted_at      timestamptz not null,
    submitted_by      uuid references worker (id),
    return_reason     text,
    superseded_by     uuid unique references indicator_value (id) deferrable initially deferred,
    request_hash      bytea       not null,
    created_by        uuid references worker (id),
    version           integer     not null default 0,
    check (return_reason is null or status = 'RETURNED'),
    check (num_nulls(attested_by, submitted_by) = case made_by when 'PERSON' then 0 else 2 end)
);

comment on table indicator_value is 'The newest version of each value; the versions before stand in indicator_value_act.';
comment on column indicator_value.catalogue_version is 'The released catalogue by which it was measured.';
comment on column indicator_value.value_version is 'Raised by each set of figures.';
comment on column indicator_value.attested_by is 'Who stands for the figures being true and exact (保证数据真实、准确).';
comment on column indicator_value.made_by is 'Who made the figures of this version: a unit, or the system from its records.';
comment on column indicator_value.superseded_by is 'The value of the unit that leads since the line of this one was withdrawn.';
comment on column indicator_value.value is 'Numerator ÷ denominator × factor; null where the denominator is nought.';
comment on column indicator_value.submitted_by is 'Who brought the figures of this version.';

-- One value of an indicator and place stands in a period.
create unique index indicator_value_once on indicator_value (period_id, area_code, indicator_code) where superseded_by is null;
-- Serve the list of an area and the values before one, the list of a unit, and what a line has given.
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
    made_by         text        not null default 'PERSON' check (made_by in ('PERSON', 'SYSTEM')),
    worker_id       uuid references worker (id),
    appointment_id  uuid references appointment (id),
    request_hash    bytea       not null,
    reason          text,
    numerator       numeric,
    denominator     numeric,
    provisional     boolean,
    source          text,
    estimate_method text,
    evidence        text,
    attested_by     text,
    value           numeric,
    check (num_nulls(worker_id, appointment_id) = case made_by when 'PERSON' then 0 else 2 end),
    check ((numerator is null) = (kind in ('RETURN', 'REVIEW', 'PUBLISH'))),
    check ((reason is null) = (kind not in ('RETURN', 'CORRECT')))
);

comment on table indicator_value_act is 'What was done to a value, with the figures of each version; never changed.';

-- Serves the history of a value.
create index indicator_value_act_value on indicator_value_act (value_id, done_at);
