-- The backups that were made and read again, so that every node knows the age of the last one.

create table backup (
    file      text primary key,
    made_at   timestamptz not null,
    bytes     bigint      not null,
    row_count bigint      not null
);

comment on column backup.made_at is 'The moment of the snapshot: what was written later is not in the backup.';
