-- The report that a unit hands in with a period (报表/评估报告), to the statistics bureau and the committee office.
create table report_submission (
    period_id      uuid        not null references collection_period (id),
    unit_id        uuid        not null references organisation (id),
    report_version integer     not null check (report_version > 0),
    file_id        uuid        not null references evidence_file (id),
    submitted_at   timestamptz not null,
    submitted_by   uuid        not null references worker (id),
    appointment_id uuid        not null references appointment (id),
    primary key (period_id, unit_id, report_version)
);

comment on table report_submission is 'Each version of a report; never changed. The newest counts.';

-- A document is a report once: sent again, it changes nothing.
create unique index report_submission_file on report_submission (file_id);
