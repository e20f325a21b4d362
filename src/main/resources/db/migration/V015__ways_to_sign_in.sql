-- What the ways to sign in remember, and phones that are lost.

-- Sign-ins of one number that failed or are under way: the limit holds for all nodes, known and unknown numbers alike.
create table sign_in_attempt (
    phone_hash bytea primary key,
    tried_at   timestamptz[] not null
);

create table login_code (
    phone_hash   bytea primary key,
    code_hash    bytea,
    expires_at   timestamptz   not null,
    failures     integer       not null default 0 check (failures >= 0),
    requested_at timestamptz[] not null,
    failed_at    timestamptz[] not null default '{}'
);

comment on table login_code is 'A row for unknown numbers too, so that they cost the same; their code is sent to nobody.';
comment on column login_code.code_hash is 'HMAC of number and code; null once it was used.';
comment on column login_code.requested_at is 'When codes were asked for within the last hour.';
comment on column login_code.failed_at is 'Wrong codes within the last day, over all codes of the number, until one was right.';

alter table refresh_token add column device_id uuid;

comment on column refresh_token.device_id is 'The phone on which the worker signed in; it may register later or never.';

-- Serves the end of a worker's sessions after a new password or a lost phone.
create index refresh_token_worker on refresh_token (worker_id);

alter table device add column lost_at timestamptz;

comment on column device.revoked_at is 'Not woken any more: signed off, dead address, or taken over. It keeps its data.';
comment on column device.lost_at is 'Declared lost: its sessions end and its app wipes itself.';
