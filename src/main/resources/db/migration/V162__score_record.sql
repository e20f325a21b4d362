-- Commendations (通报表扬) and interviews (约谈) of units.
create table score_record (
    id           uuid primary key,
    kind         text        not null check (kind in ('COMMENDATION', 'INTERVIEW')),
    area_code    bigint      not null references area (code),
    unit_id      uuid        not null references organisation (id),
    year         integer     not null,
    reason       text        not null,
    held_on      date        not null,
    doc_no       text,
    agreed       text,
    letter_id    uuid references supervision_letter (id),
    request_hash bytea       not null,
    created_at   timestamptz not null,
    created_by   uuid        not null references worker (id),
    check (kind = 'INTERVIEW' or num_nonnulls(agreed, letter_id) = 0),
    check (kind = 'COMMENDATION' or agreed is not null)
);

comment on table score_record is 'Never changed.';
comment on column score_record.letter_id is 'Whose missed deadline the interview was about.';
comment on column score_record.agreed is 'What was agreed in the interview.';

-- Serve those of an area, and of a unit.
create index score_record_area on score_record (area_code, year, id);
create index score_record_unit on score_record (unit_id, year);

alter table supervision_letter add column interviewed_on date;

comment on column supervision_letter.interviewed_on is '约谈: when the unit was last interviewed about it.';

alter table supervision_act drop constraint supervision_act_check1;
alter table supervision_act add constraint supervision_act_kind check (case when letter_id is null
    then kind in ('SUBMIT', 'FILE', 'RETURN', 'START', 'REPORT', 'FINISH', 'VERIFY')
    else kind in ('ISSUE', 'RECEIVE', 'REPLY', 'ACCEPT', 'REJECT', 'CLOSE', 'INTERVIEW', 'ACCOUNT', 'REVOKE') end);
