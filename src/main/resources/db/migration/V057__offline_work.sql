-- An operation that its author corrected by another one is settled too. What was stored before keeps the narrower rule.
alter table sync_operation drop constraint sync_operation_settled_as_check;
alter table sync_operation
    add constraint sync_operation_settled_as_check check (settled_as in ('ACCEPTED', 'DISMISSED', 'CORRECTED')) not valid;

-- The file that seems to be of the same person; a draft that two phones made of one child. No foreign key: it is a hint, and
-- outlives nothing.
alter table child add column duplicate_of uuid;

alter table childrens_home add column status_since date;

-- What phones said of themselves when they last sent something: one row a worker and phone, and no history.
create table sync_phone (
    worker_id     uuid        not null references worker (id),
    device_id     uuid        not null,
    waiting       integer     not null check (waiting >= 0),
    waiting_since timestamptz,
    contact_at    timestamptz not null,
    primary key (worker_id, device_id),
    check ((waiting = 0) = (waiting_since is null))
);

comment on column sync_phone.waiting is 'Operations that the phone had still to send.';
comment on column sync_phone.waiting_since is 'When the oldest of them was done, by the server''s clock.';
