-- What stands against the offender: warning letters (告诫书) and protection orders (人身安全保护令), with the visits and checks
-- that they ask for.

create table warning_letter (
    id                  uuid primary key,
    case_id             uuid        not null references violence_case (id),
    letter_no_cipher    bytea,
    issued_on           date        not null,
    village_notified_on date,
    mistaken            boolean     not null default false,
    request_hash        bytea       not null,
    created_at          timestamptz not null,
    created_by          uuid        not null references worker (id)
);

create index warning_letter_case on warning_letter (case_id, issued_on);

create table protection_order (
    id              uuid primary key,
    case_id         uuid        not null references violence_case (id),
    extends_id      uuid references protection_order (id),
    applied_on      date        not null,
    accepted_at     timestamptz,
    applied_by      text        not null check (applied_by in ('VICTIM', 'RELATIVE', 'POLICE', 'WOMENS_FEDERATION', 'VILLAGE_COMMITTEE', 'AID_STATION')),
    urgent          boolean     not null,
    refused_on      date,
    order_no_cipher bytea,
    measures        text[],
    valid_from      date,
    valid_to        date,
    served_on       date,
    ended_on        date,
    mistaken        boolean     not null default false,
    request_hash    bytea       not null,
    created_at      timestamptz not null,
    created_by      uuid        not null references worker (id),
    check (valid_to >= valid_from),
    check (valid_to is null or valid_from is not null)
);

create index protection_order_case on protection_order (case_id, applied_on);
create index protection_order_extends on protection_order (extends_id) where extends_id is not null;

-- What is to be said or asked of an order at its time; one row a kind, done when its moment is null.
create table protection_order_look (
    order_id uuid        not null references protection_order (id),
    kind     text        not null check (kind in ('DECISION', 'CHECK', 'EXPIRY', 'END')),
    round    integer     not null default 0,
    due_at   timestamptz,
    primary key (order_id, kind)
);

-- Serves the sweep.
create index protection_order_look_due on protection_order_look (due_at) where due_at is not null;

-- The tasks that a case asks for; of a letter or of an order.
create table violence_task (
    task_id   uuid primary key references task (id),
    case_id   uuid not null references violence_case (id),
    letter_id uuid references warning_letter (id),
    order_id  uuid references protection_order (id),
    check ((letter_id is null) <> (order_id is null))
);

create index violence_task_case on violence_task (case_id);
