-- Villages that were merged or got another code: what belongs to the old one moves to its successor in the background.
create table area_succession (
    id             uuid primary key,
    area_code      bigint      not null unique references area (code),
    successor_code bigint      not null references area (code) check (successor_code <> area_code),
    on_day         date        not null,
    created_at     timestamptz not null,
    created_by     uuid        not null references worker (id),
    settled_at     timestamptz not null,
    next_look_at   timestamptz
);

comment on column area_succession.settled_at is 'From here on no request can still bring a record under the old code.';
comment on column area_succession.next_look_at is 'When it is next looked for things to move; null when all is done.';

-- Serves the job: what is due to be looked at.
create index area_succession_due on area_succession (next_look_at) where next_look_at is not null;
-- Serves the resolution of a scope: the predecessors of the areas in it.
create index area_successor on area (successor_code) where successor_code is not null;
-- Serves the move of what belongs to a village.
create index visit_child_area on visit_child (area_code);
