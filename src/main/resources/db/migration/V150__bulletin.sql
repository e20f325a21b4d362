-- Bulletins (通报): where the two plans of a county stand in a period, frozen when they are issued.
create table bulletin (
    id                uuid primary key,
    period_id         uuid        not null references collection_period (id),
    area_code         bigint      not null references area (code),
    period_no         integer     not null,
    status            text        not null check (status in ('DRAFT', 'ISSUED', 'WITHDRAWN')),
    ranked            boolean     not null,
    opening           text,
    closing           text,
    replaces          uuid references bulletin (id),
    replaced_by       uuid references bulletin (id),
    number_year       integer,
    number            integer,
    bulletin_no       text,
    issued_on         date,
    catalogue_version text,
    content           jsonb,
    look_at           timestamptz,
    request_hash      bytea       not null,
    created_at        timestamptz not null,
    created_by        uuid        not null references worker (id),
    version           integer     not null default 0,
    check (num_nulls(number_year, number, bulletin_no, issued_on, catalogue_version, content)
        = case status when 'ISSUED' then 0 else 6 end),
    check (replaced_by is null or status = 'ISSUED')
);

comment on table bulletin is 'Never deleted. What was issued never changes: a mistake is put right by another bulletin that replaces it.';
comment on column bulletin.period_no is 'Year and quarter of the period as one number, the year as a whole last.';
comment on column bulletin.replaced_by is 'The bulletin that was issued in its place (更正通报).';
comment on column bulletin.bulletin_no is 'As it stands on the bulletin, such as 妇儿工委通〔2026〕3号; null while it is a draft.';
comment on column bulletin.content is 'As it was computed on the day of the issue, by the catalogue that is named beside it.';
comment on column bulletin.look_at is 'When somebody next looks whom to tell; null when all were told.';

-- A period has one bulletin, and each bulletin at most one in its place.
create unique index bulletin_first on bulletin (period_id) where replaces is null and status <> 'WITHDRAWN';
create unique index bulletin_replacement on bulletin (replaces) where status <> 'WITHDRAWN';
-- Serve the list of an area, and the sweep.
create index bulletin_area on bulletin (area_code, period_no, id);
create index bulletin_look on bulletin (look_at) where look_at is not null;

create trigger bulletin_version before update of status, ranked, opening, closing, replaced_by on bulletin
    for each row execute function raise_version();

create function bulletin_stands() returns trigger language plpgsql as $$
begin
    raise exception 'a bulletin that was issued does not change';
end
$$;

create trigger bulletin_frozen
    before update of status, ranked, opening, closing, replaces, number_year, number, bulletin_no, issued_on, catalogue_version, content
    on bulletin for each row when (old.status = 'ISSUED') execute function bulletin_stands();

-- The units that a bulletin speaks of: their liaisons read it. Its key serves their list.
create table bulletin_unit (
    unit_id     uuid not null references organisation (id),
    bulletin_id uuid not null references bulletin (id),
    primary key (unit_id, bulletin_id)
);

-- Serves the sweep that tells of a bulletin.
create index bulletin_unit_bulletin on bulletin_unit (bulletin_id);

create table bulletin_act (
    id             uuid primary key,
    bulletin_id    uuid        not null references bulletin (id),
    kind           text        not null check (kind in ('ISSUE', 'WITHDRAW')),
    done_at        timestamptz not null,
    worker_id      uuid        not null references worker (id),
    appointment_id uuid        not null references appointment (id)
);

comment on table bulletin_act is 'What was done to bulletins, under the ids that clients gave; never changed.';

-- Bulletins are numbered beside letters: servers of the release before go on numbering letters in the same row.
alter table supervision_number drop constraint supervision_number_last_check;
alter table supervision_number alter column last set default 0;
alter table supervision_number add constraint supervision_number_last_check check (last >= 0);
alter table supervision_number add column last_bulletin integer not null default 0 check (last_bulletin >= 0);

comment on table supervision_number is
    'The last number that an office has given in a year, series by series: raised in the transaction that issues, so that none is left out.';

-- Serves bulletins: what is out is little beside what went on.
create index card_out on card (area_code) where status in ('ISSUED', 'REPLIED');
