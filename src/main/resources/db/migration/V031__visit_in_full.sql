-- The rest of what a visit holds (data dictionary, section 7), and what became of its verification (核查). Null means not asked.

alter table visit
    add column companions          text[],
    add column materials           text,
    add column photo_ids           uuid[],
    add column signature_file_id   uuid,
    add column geo_lat             numeric(9, 6) check (geo_lat between 3 and 54),
    add column geo_lng             numeric(9, 6) check (geo_lng between 73 and 136),
    add column geo_accuracy_m      integer check (geo_accuracy_m >= 0),
    add column time_uncertain      boolean not null default false,
    add column verified_by         uuid references appointment (id),
    add column verified_at         timestamptz,
    add column verify_comment_cipher bytea,
    add column returned_at         timestamptz,
    add check ((geo_lat is null) = (geo_lng is null));

comment on column visit.materials is 'A list of {item, quantity, unit, value in yuan} as JSON; text, since a driver sends a string to jsonb as a JSON string.';
comment on column visit.photo_ids is 'No foreign key: photos come later than the visit, over Wi-Fi, or never.';
comment on column visit.returned_at is 'Its last return (退回), from which its author has time to amend it; kept when it is pending again.';
comment on column visit.time_uncertain is 'The phone could not correct its clock: the times are as it had them, and decide nothing.';

-- A clock that was set back during the visit ends it before its start.
alter table visit drop constraint visit_check;
alter table visit add constraint visit_ends_after_start check (time_uncertain or ended_at >= started_at);

-- Serves the coordinator's desk: GET /visits?area=&verifyStatus=PENDING. Most visits are verified some day and leave it.
create index visit_unverified on visit (area_code, started_at desc, id) where verify_status <> 'VERIFIED';
