-- Break-glass: one worker reads one child's file outside the own area for some hours (未成年人网络保护条例 art. 36). The reason
-- may name a person, so it is sealed and stands nowhere else.
create table access_grant (
    id             uuid primary key,
    worker_id      uuid        not null references worker (id),
    appointment_id uuid        not null references appointment (id),
    role_code      text        not null,
    child_id       uuid        not null references child (id),
    area_code      bigint      not null references area (code),
    reason_cipher  bytea       not null,
    request_hash   bytea       not null,
    granted_at     timestamptz not null,
    expires_at     timestamptz not null check (expires_at > granted_at and expires_at <= granted_at + interval '24 hours'),
    revoked_at     timestamptz,
    revoked_by     uuid references worker (id),
    version        integer     not null default 0,
    check ((revoked_at is null) = (revoked_by is null))
);

comment on column access_grant.area_code is 'Where the child belonged when the grant was given: whose privacy officers review it.';

-- Serves every request: what was opened to this post.
create index access_grant_post on access_grant (appointment_id, expires_at) where revoked_at is null;
-- Serves the review, newest first: GET /grants
create index access_grant_area on access_grant (area_code, granted_at desc, id desc);

create trigger access_grant_version before update on access_grant for each row execute function raise_version();
