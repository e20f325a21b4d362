-- Moves of children between villages (迁移): said by a visit, requested by one side, answered by the other.
create table child_move (
    id                        uuid primary key,
    area_code                 bigint      not null references area (code),
    recorded_area_code        bigint      not null references area (code),
    to_area_code              bigint references area (code),
    household_id              uuid        not null references household (id),
    whole_household           boolean     not null,
    state                     text        not null check (state in ('PROPOSED', 'REQUESTED', 'ACCEPTED', 'RETURNED', 'CANCELLED', 'DISMISSED')),
    asked_side                text        not null check (asked_side in ('LEAVING', 'RECEIVING')),
    asked_at                  timestamptz not null,
    requester_appointment_id  uuid        not null references appointment (id),
    source_visit_id           uuid unique,
    reason                    text,
    address_cipher            bytea,
    hamlet                    text,
    to_household_id           uuid,
    new_head_name             text,
    new_phone_cipher          bytea,
    member_ids                uuid[]      not null,
    answer_reason             text,
    answered_at               timestamptz,
    answered_appointment_id   uuid references appointment (id),
    request_hash              bytea       not null,
    created_at                timestamptz not null,
    created_by                uuid        not null references worker (id),
    updated_at                timestamptz not null,
    updated_by                uuid        not null references worker (id),
    client_time               timestamptz,
    device_id                 uuid,
    version                   integer     not null default 0,
    check (state in ('PROPOSED', 'DISMISSED', 'CANCELLED') or to_area_code is not null)
);

comment on column child_move.area_code is 'The village that the children leave.';
comment on column child_move.asked_side is 'Whose turn it is. The other side asked.';
comment on column child_move.source_visit_id is 'The visit that found the family gone; no foreign key, as with task.visit.';
comment on column child_move.new_head_name is 'Given where to_household_id is to be made of this head and of member_ids.';

-- Serves GET /moves?area=, newest first, for those whom the children leave and for those to whom they come.
create index child_move_from on child_move (area_code, created_at desc, id desc);
create index child_move_to on child_move (to_area_code, created_at desc, id desc) where to_area_code is not null;

create table move_child (
    move_id  uuid    not null references child_move (id),
    child_id uuid    not null references child (id),
    open     boolean not null,
    primary key (move_id, child_id)
);

-- A child has one open move at most. Serves the question whether it has one.
create unique index move_child_one_open on move_child (child_id) where open;

-- What moved a move, under the id that the client gave the action: a repeated request is answered, not done again.
create table move_action (
    id           uuid primary key,
    move_id      uuid        not null references child_move (id),
    action       text        not null check (action in ('REQUEST', 'ACCEPT', 'RETURN', 'CANCEL', 'DISMISS')),
    request_hash bytea       not null,
    created_at   timestamptz not null,
    created_by   uuid        not null references worker (id)
);

-- Where an unanswered move stands on its ladder. Beside the move, so that a reminder raises no version.
create table move_ladder (
    move_id             uuid primary key references child_move (id),
    next_look_at        timestamptz,
    asked_told_at       timestamptz,
    reminded_at         timestamptz,
    coordinator_told_at timestamptz,
    county_told_at      timestamptz
);

-- Serves the sweep: what is due to be looked at.
create index move_ladder_due on move_ladder (next_look_at) where next_look_at is not null;

create trigger child_move_version before update on child_move for each row execute function raise_version();

-- Serves what follows a child or a household to another village, whatever its state: their tasks.
create index task_subject_any on task (subject_id) where subject_id is not null;
-- Serves the same for the visits of a household.
create index visit_of_household on visit (household_id);
