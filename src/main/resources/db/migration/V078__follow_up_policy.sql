-- Follow-up policies (随访标准) by area, in versions.

-- What every node keeps in memory is read again when this number has grown.
create table rules_stamp (
    only_row boolean primary key default true check (only_row),
    number   bigint not null
);

comment on table rules_stamp is 'One row: raised, in the transaction of the change, by whatever changes which rules hold where.';

insert into rules_stamp (number) values (0);

create function raise_rules_stamp() returns trigger
    language plpgsql
as $$
begin
    update rules_stamp set number = number + 1;
    return null;
end
$$;

create table follow_up_policy (
    id                uuid primary key,
    area_code         bigint      not null references area (code),
    name              text        not null,
    document_number   text,
    valid_from        date        not null,
    matrix            jsonb       not null,
    request_hash      bytea       not null,
    created_at        timestamptz not null,
    created_by        uuid        not null references worker (id),
    withdrawn_at      timestamptz,
    withdrawn_by      uuid references worker (id),
    withdrawal_id     uuid unique,
    withdrawal_reason text,
    version           integer     not null default 0,
    constraint follow_up_policy_withdrawn check (num_nulls(withdrawn_at, withdrawn_by, withdrawal_id, withdrawal_reason) in (0, 4))
);

comment on column follow_up_policy.area_code is 'Whose standard it is: it holds there and below, where no nearer area has one.';
comment on column follow_up_policy.valid_from is 'First day in Asia/Shanghai; it holds until the next version of the area.';
comment on column follow_up_policy.matrix is
    'Rows by risk level, floors by category, first visit of a new file: written once, read as a whole, never asked by its parts.';
comment on column follow_up_policy.withdrawn_at is 'Taken back before it began.';

-- One version of an area begins on a day.
create unique index follow_up_policy_day on follow_up_policy (area_code, valid_from) where withdrawn_at is null;

create trigger follow_up_policy_version before update on follow_up_policy for each row execute function raise_version();
create trigger follow_up_policy_stamp after insert or update or delete on follow_up_policy
    for each statement execute function raise_rules_stamp();
