-- What areas ask of indicators (目标值). The catalogue itself, with the national targets, is a released file.
create table indicator_target (
    id             uuid primary key,
    area_code      bigint      not null references area (code),
    level          text        not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP')),
    indicator_code text        not null,
    plan           text        not null,
    year           integer     not null,
    due_on         date,
    operator       text        not null check (operator in ('GE', 'LE', 'BETWEEN', 'APPROX', 'CHANGE_PCT', 'RISING', 'FALLING')),
    value          numeric,
    upper          numeric,
    soft           boolean     not null,
    baseline_year  integer,
    baseline_value numeric,
    binding        boolean     not null,
    replaces       uuid unique references indicator_target (id),
    replaced_by    uuid unique references indicator_target (id) deferrable initially deferred,
    request_hash   bytea       not null,
    decided_at     timestamptz not null,
    decided_by     uuid        not null references worker (id),
    version        integer     not null default 0,
    check ((value is null) = (operator in ('RISING', 'FALLING'))),
    check ((upper is null) = (operator <> 'BETWEEN')),
    check ((baseline_year is null) = (baseline_value is null))
);

comment on table indicator_target is 'Targets of several plans, levels and years stand side by side; one that was replaced stays.';
comment on column indicator_target.indicator_code is 'As in the released catalogues (indicators/catalogues.csv).';
comment on column indicator_target.soft is '原则上: no red card follows from it.';
comment on column indicator_target.binding is 'Whether its plan is the one by which the area is assessed.';
comment on column indicator_target.baseline_value is 'The value of the year from which the way to the target begins.';

-- One target stands for a plan and year. Also serves the targets of an area and of those above it.
create unique index indicator_target_standing on indicator_target (area_code, indicator_code, plan, year) where replaced_by is null;
-- One plan is binding for an area and indicator: a year has one target that counts.
create unique index indicator_target_binding on indicator_target (area_code, indicator_code, year) where binding and replaced_by is null;
-- Serves the history of an area's targets.
create index indicator_target_area on indicator_target (area_code, indicator_code);

create trigger indicator_target_version before update on indicator_target for each row execute function raise_version();
