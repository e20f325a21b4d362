-- The code by which a worker signs in for the first time, or anew after forgetting the password: on paper, from the coordinator.

create table activation_code (
    worker_id  uuid primary key references worker (id),
    code_hash  bytea       not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null,
    failures   integer     not null default 0 check (failures >= 0)
);

comment on column activation_code.code_hash is 'HMAC under the hash key outside the database; a code is one of 8 * 10^10.';
comment on column activation_code.failures is 'Wrong codes since it was issued; five kill it.';
