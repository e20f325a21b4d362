-- When workers who have not opened a notice are sent an SMS and called, as counties decide it. Rows are never changed: the newest of
-- an area holds from the moment when it was made.
create table reach_settings (
    number                   bigint generated always as identity primary key,
    id                       uuid        not null unique,
    area_code                bigint      not null references area (code),
    urgent_sms_after_minutes integer     not null,
    call_after_minutes       integer     not null,
    reminders_by_sms         boolean     not null,
    reminder_sms_after_hours integer     not null,
    sms_per_day              integer     not null,
    sms_per_month            integer     not null,
    request_hash             bytea       not null,
    created_at               timestamptz not null,
    created_by               uuid        not null references worker (id)
);

comment on column reach_settings.area_code is 'They hold there and below, where no nearer area has any.';

-- Serves the reading of what holds: the newest row of each area.
create index reach_settings_newest on reach_settings (area_code, number desc);
