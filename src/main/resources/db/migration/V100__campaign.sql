-- Campaigns (专项行动): one task for each child or household that matches, made and ended in the background.
create table campaign (
    id                       uuid primary key,
    name                     text        not null,
    kind                     text        not null check (kind in ('CENSUS', 'SEASONAL', 'CARE', 'PUBLICITY', 'OTHER')),
    season                   text        not null check (season in ('SUMMER_DROWNING', 'SUMMER_HOLIDAY', 'WINTER_HOLIDAY', 'SPRING_FESTIVAL', 'FLOOD', 'NONE')),
    theme_code               text,
    subject_type             text        not null check (subject_type in ('CHILD', 'HOUSEHOLD')),
    category_codes           text[]      not null,
    risk_levels              text[]      not null,
    age_from                 integer,
    age_to                   integer check (age_to >= age_from),
    start_on                 date        not null,
    end_on                   date        not null check (end_on >= start_on),
    task_type                text        not null,
    task_title               text        not null,
    task_priority            text        not null,
    task_days                integer,
    organisation_id          uuid references organisation (id),
    organiser_appointment_id uuid        not null references appointment (id),
    organiser_role           text        not null,
    area_codes               bigint[]    not null,
    tasks_made_at            timestamptz,
    closed_at                timestamptz,
    closed_by                uuid references worker (id),
    close_reason             text,
    request_hash             bytea       not null,
    created_at               timestamptz not null,
    created_by               uuid        not null references worker (id),
    updated_at               timestamptz not null,
    version                  integer     not null default 0,
    constraint campaign_closed check (num_nulls(closed_at, closed_by, close_reason) in (0, 3))
);

comment on column campaign.category_codes is 'Children of any of these; of all where it is empty. So the levels.';
comment on column campaign.area_codes is 'As they were named; which codes that meant then is in campaign_range.';
comment on column campaign.tasks_made_at is 'When all who match had been looked through once.';

-- Serves GET /campaigns
create index campaign_begin on campaign (start_on desc, id);

create table campaign_range (
    campaign_id uuid      not null references campaign (id) on delete cascade,
    codes       int8range not null,
    primary key (campaign_id, codes)
);

comment on table campaign_range is 'Where a campaign holds: the part of the areas that its organiser had when it was made, hosted areas (托管) included.';

-- Serves GET /campaigns: those that touch a scope.
create index campaign_range_codes on campaign_range using gist (codes);

-- What is still to be done for a campaign, a page of one transaction at a time. One node at a time holds a row.
create table campaign_work (
    campaign_id uuid        not null references campaign (id) on delete cascade,
    work        text        not null check (work in ('MAKE', 'TELL', 'MOVE', 'CANCEL', 'LATE')),
    due_at      timestamptz not null,
    after_area  bigint      not null default 0,
    after_id    uuid        not null default '00000000-0000-0000-0000-000000000000',
    primary key (campaign_id, work)
);

comment on column campaign_work.after_id is 'Where the last page ended; whoever comes after a killed node goes on there.';

create index campaign_work_due on campaign_work (due_at);

-- What was done to a campaign, under the id that the client gave it: a repeated request is answered, not done again.
create table campaign_act (
    id             uuid primary key,
    campaign_id    uuid        not null references campaign (id),
    act            text        not null check (act in ('EXTEND', 'CLOSE')),
    end_on         date,
    reason         text        not null,
    appointment_id uuid        not null references appointment (id),
    request_hash   bytea       not null,
    created_at     timestamptz not null,
    created_by     uuid        not null references worker (id)
);

create trigger campaign_version before update on campaign for each row execute function raise_version();
