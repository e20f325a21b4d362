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
