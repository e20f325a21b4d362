-- Evidence files (佐证材料): documents of departments that stand behind what they report, sent in parts of one mebibyte.
create table evidence_file (
    id           uuid primary key,
    unit_id      uuid        not null references organisation (id),
    name         text        not null,
    media_type   text        not null check (media_type in ('PDF', 'OFD', 'JPEG', 'PNG', 'XLSX', 'DOCX')),
    size         integer     not null check (size between 1 and 20971520),
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    year         integer     not null,
    keep_until   timestamptz,
    declared_at  timestamptz not null,
    completed_at timestamptz,
    request_hash bytea       not null,
    created_by   uuid        not null references worker (id),
    version      integer     not null default 0,
    check (completed_at is not null or keep_until is not null)
);

comment on table evidence_file is 'Documents of units, never photos of children. One that something refers to is never deleted.';
comment on column evidence_file.sha256 is 'As it was declared; the file is complete when its parts together have it.';
comment on column evidence_file.year is 'In whose limit of the unit it counts: the year in which it was declared.';
comment on column evidence_file.keep_until is 'When the sweep may delete it; null when something refers to it.';

-- Serve the limit of a unit and year, and the sweep.
create index evidence_file_unit on evidence_file (unit_id, year);
create index evidence_file_keep on evidence_file (keep_until) where keep_until is not null;

create trigger evidence_file_version before update on evidence_file for each row execute function raise_version();

create table evidence_part (
    file_id uuid    not null references evidence_file (id) on delete cascade,
    number  integer not null check (number between 1 and 20),
    bytes   bytea   not null check (length(bytes) between 1 and 1048576),
    primary key (file_id, number)
);

comment on table evidence_part is 'A mebibyte each, but the last. In the database: one backup, one transaction with what refers to it.';

-- The types that are taken are compressed already.
alter table evidence_part alter column bytes set storage external;
