-- What a change of keys needs while the server serves: for every hash a second column under the next key, and triggers that
-- look away while stored values are brought under another key.

alter table household add column phone_hash_next bytea;
alter table household_member
    add column id_number_hash_next bytea,
    add column phone_hash_next bytea;
alter table device add column target_hash_next bytea;

-- As child_id_number and device_target: nodes of two configurations share one of the two columns, and hold it unique.
create unique index child_id_number_next on child (id_number_hash_next)
    where id_number_hash_next is not null and file_status = 'ACTIVE';
create unique index device_target_next on device (channel, target_hash_next)
    where target_hash_next is not null and revoked_at is null;

-- One row: what these keys make of a known text, and where the change of the hash key stands.
create table key_check (
    only_row boolean primary key default true check (only_row),
    cipher   bytea not null,
    hash     text  not null,
    next     text,
    phase    text  not null check (phase in ('REST', 'FILLING', 'MOVING')),
    check ((phase = 'REST') = (next is null))
);

comment on table key_check is 'A server whose keys do not fit this row does not start.';

-- Set for the length of a transaction by the job that encrypts and hashes stored values anew.
create function resealing() returns boolean
    language sql stable
as $$
    select coalesce(current_setting('shouwang.resealing', true), '') = 'on'
$$;

create or replace trigger worker_version before update on worker
    for each row when (not resealing()) execute function raise_version();
create or replace trigger device_version before update on device
    for each row when (not resealing()) execute function raise_version();
create or replace trigger household_version before update on household
    for each row when (not resealing()) execute function raise_version();
create or replace trigger household_member_version before update on household_member
    for each row when (not resealing()) execute function raise_version();
create or replace trigger child_version before update on child
    for each row when (not resealing()) execute function raise_version();
create or replace trigger visit_version before update on visit
    for each row when (not resealing()) execute function raise_version();

create or replace trigger household_feed after insert or update or delete on household
    for each row when (not resealing()) execute function feed_by_area('household');
create or replace trigger child_feed after insert or update or delete on child
    for each row when (not resealing()) execute function feed_by_area('child');
