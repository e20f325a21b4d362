-- The book of responsibilities (目标责任分解书): which unit answers for which indicator of a place in a year.
create table responsibility (
    id                uuid primary key,
    area_code         bigint      not null references area (code),
    year              integer     not null,
    indicator_code    text        not null,
    unit_id           uuid        not null references organisation (id),
    role              text        not null check (role in ('LEAD', 'SUPPORT')),
    target_value      numeric,
    cumulative        boolean     not null default false,
    doc_no            text        not null,
    issued_on         date        not null,
    measures          text,
    claimed_at        timestamptz,
    claimed_by        uuid references worker (id),
    claim_id          uuid unique,
    claimed_measures  text,
    withdrawn_at      timestamptz,
    withdrawn_by      uuid references worker (id),
    withdrawal_id     uuid unique,
    withdrawal_reason text,
    request_hash      bytea       not null,
    created_at        timestamptz not null,
    created_by        uuid        not null references worker (id),
    version           integer     not null default 0,
    check (num_nulls(claimed_at, claimed_by, claim_id) in (0, 3)),
    check (num_nulls(withdrawn_at, withdrawn_by, withdrawal_id, withdrawal_reason) in (0, 4))
);

comment on table responsibility is 'Lines are never deleted: one that was issued by mistake is withdrawn.';
comment on column responsibility.area_code is 'Where the indicator is measured: a county, or a township with its own committee.';
comment on column responsibility.unit_id is 'A department, or the committee of a township.';
comment on column responsibility.target_value is 'What the unit is to reach in the year; null: what the area asks for.';
comment on column responsibility.cumulative is 'Whether the figures of a quarter count from 1 January: decided once for all reports.';
comment on column responsibility.claimed_at is '认领: when the liaison of the unit said that it answers for it.';

-- One unit leads for an indicator, place and year.
create unique index responsibility_lead on responsibility (area_code, indicator_code, year)
    where role = 'LEAD' and withdrawn_at is null;
-- A unit stands once beside an indicator. Also serves the question who else does.
create unique index responsibility_once on responsibility (area_code, indicator_code, year, unit_id) where withdrawn_at is null;
-- Serve the book of a year: of an area, and of a unit.
create index responsibility_area on responsibility (year, area_code);
create index responsibility_unit on responsibility (unit_id, year);

create trigger responsibility_version before update on responsibility for each row execute function raise_version();
