-- A file begins with what is known today (DRAFT): a child found on the road has a name and an age, papers come later. What
-- only a complete file has may be missing until then.
alter table child
    alter column household_id drop not null,
    alter column id_type drop not null,
    alter column hukou_registered drop not null,
    alter column residence_address_cipher drop not null,
    alter column rural_hukou drop not null,
    alter column living_status drop not null,
    alter column risk_level drop not null,
    alter column source drop not null,
    alter column notice_given_at drop not null,
    alter column notice_version drop not null,
    add column contact_phone_cipher bytea,
    add column no_contact boolean,
    add column close_reason text check (close_reason in ('PARENT_RETURNED', 'MOVED_AWAY', 'AGED_16_LB', 'AGED_18', 'ADOPTED',
        'DEATH', 'DUPLICATE', 'NO_LONGER_ELIGIBLE')),
    add constraint child_complete check (file_status <> 'ACTIVE' or (
        household_id is not null and birth_date is not null and id_type is not null and hukou_registered is not null
        and residence_address_cipher is not null and rural_hukou is not null and living_status is not null
        and risk_level is not null and source is not null and notice_given_at is not null and notice_version is not null))
        not valid;

comment on column child.no_contact is 'True: somebody said that nobody can be called. Null: not said.';
comment on column child.risk_level is 'Null until somebody has assessed the child.';

-- A file on its way to another village is still the person's one file.
drop index child_id_number;
drop index child_id_number_next;
create unique index child_id_number on child (id_number_hash)
    where id_number_hash is not null and file_status in ('ACTIVE', 'TRANSFER_PENDING');
create unique index child_id_number_next on child (id_number_hash_next)
    where id_number_hash_next is not null and file_status in ('ACTIVE', 'TRANSFER_PENDING');

-- What was done to a file or one of its categories, under the id that the client gave the act: a repeated request is
-- answered, not done again.
create table child_act (
    id           uuid primary key,
    child_id     uuid        not null references child (id),
    category_id  uuid,
    act          text        not null check (act in ('CLOSE', 'REOPEN', 'VERIFY', 'APPROVE', 'REJECT', 'END')),
    reason       text,
    request_hash bytea       not null,
    created_at   timestamptz not null,
    created_by   uuid        not null references worker (id)
);

-- Serves the history of a file.
create index child_act_child on child_act (child_id, created_at);

-- One open question about what a file lacks (room task, rule FILE_INCOMPLETE).
create unique index task_one_about_a_draft on task (subject_id)
    where rule = 'FILE_INCOMPLETE' and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS');
