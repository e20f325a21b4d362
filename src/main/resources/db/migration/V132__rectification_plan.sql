-- Rectification plans (靶向整改方案): who in the unit does what until when, with figures for each step, filed with the office (备案).
create table rectification_plan (
    id             uuid primary key,
    letter_id      uuid        not null references supervision_letter (id),
    area_code      bigint      not null references area (code),
    unit_id        uuid        not null references organisation (id),
    indicator_code text        not null,
    status         text        not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'FILED', 'RUNNING', 'DONE', 'VERIFIED')),
    filed_on       date,
    return_reason  text,
    done_on        date,
    verified_on    date,
    request_hash   bytea       not null,
    created_at     timestamptz not null,
    created_by     uuid        not null references worker (id),
    version        integer     not null default 0,
    check ((filed_on is null) = (status in ('DRAFT', 'SUBMITTED', 'RETURNED'))),
    check ((return_reason is null) = (status <> 'RETURNED')),
    check ((done_on is null) = (status not in ('DONE', 'VERIFIED'))),
    check ((verified_on is null) = (status <> 'VERIFIED'))
);

-- A letter has one plan.
create unique index rectification_plan_letter on rectification_plan (letter_id);
-- Serve the list and the wall chart of an area, and those of a unit.
create index rectification_plan_area on rectification_plan (area_code, indicator_code, id);
create index rectification_plan_unit on rectification_plan (unit_id, area_code, indicator_code, id);
-- Serves the wall chart.
create index rectification_plan_open on rectification_plan (area_code) where status not in ('DRAFT', 'VERIFIED');

create trigger rectification_plan_version before update on rectification_plan for each row execute function raise_version();

create table rectification_item (
    plan_id            uuid    not null references rectification_plan (id),
    no                 integer not null,
    item_type          text    not null check (item_type in ('MEASURE', 'PROJECT', 'AREA_MEASURE')),
    problem            text    not null,
    cause              text    not null,
    measure            text    not null,
    responsible_person text    not null,
    responsible_post   text    not null,
    project_site       text,
    schedule           text,
    area_code          bigint references area (code),
    due_on             date    not null,
    primary key (plan_id, no),
    check (item_type <> 'PROJECT' or num_nulls(project_site, schedule) = 0),
    check (item_type <> 'AREA_MEASURE' or area_code is not null)
);

comment on column rectification_item.responsible_person is '任务到人: who answers for it.';
comment on column rectification_item.responsible_post is '责任到岗: in which post.';
comment on column rectification_item.project_site is '选址.';
comment on column rectification_item.schedule is '建设时序.';

create table rectification_milestone (
    plan_id     uuid    not null,
    item_no     integer not null,
    no          integer not null,
    due_on      date    not null,
    target      numeric not null,
    unit        text    not null,
    reported_on date,
    figure      numeric,
    primary key (plan_id, item_no, no),
    foreign key (plan_id, item_no) references rectification_item (plan_id, no) on delete cascade,
    check (num_nulls(reported_on, figure) in (0, 2))
);

comment on column rectification_milestone.target is 'What is to be reached by the day (每一个时间节点的量化目标).';

-- What was done to letters and plans, under the ids that clients gave.
create table supervision_act (
    id             uuid primary key,
    letter_id      uuid references supervision_letter (id),
    plan_id        uuid references rectification_plan (id),
    kind           text        not null,
    done_at        timestamptz not null,
    worker_id      uuid        not null references worker (id),
    appointment_id uuid        not null references appointment (id),
    request_hash   bytea       not null,
    text           text,
    due_on         date,
    item_no        integer,
    milestone_no   integer,
    figure         numeric,
    check (num_nulls(letter_id, plan_id) = 1),
    check (case when letter_id is null
        then kind in ('SUBMIT', 'FILE', 'RETURN', 'START', 'REPORT', 'FINISH', 'VERIFY')
        else kind in ('ISSUE', 'RECEIVE', 'REPLY', 'ACCEPT', 'REJECT', 'CLOSE', 'ACCOUNT', 'REVOKE') end),
    check (num_nulls(item_no, milestone_no, figure) = case when kind = 'REPORT' then 0 else 3 end)
);

comment on table supervision_act is 'Never changed. It keeps each answer and each reason; the record shows the last one.';
comment on column supervision_act.due_on is 'The deadline that the act set.';

-- Serve the history of a letter and of a plan.
create index supervision_act_letter on supervision_act (letter_id, done_at) where letter_id is not null;
create index supervision_act_plan on supervision_act (plan_id, done_at) where plan_id is not null;
