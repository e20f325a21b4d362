-- Referrals (转介): an organisation is asked to help, and answers. Nothing of them is deleted.

create table referral (
    id                      uuid primary key,
    area_code               bigint      not null references area (code),
    recorded_area_code      bigint      not null references area (code),
    child_id                uuid references child (id),
    person_ref              uuid,
    household_id            uuid references household (id),
    referral_type           text        not null check (referral_type in ('POLICE', 'JUDICIAL', 'PROSECUTION', 'LEGAL_AID', 'SHELTER', 'MEDICAL',
        'INJURY_ASSESSMENT', 'PSYCH', 'REHAB', 'EDUCATION', 'CIVIL_AID', 'HUKOU', 'EMPLOYMENT', 'FAMILY_EDU', 'NURSERY',
        'SOCIAL_WORK', 'VOLUNTEER')),
    to_organisation_id      uuid        not null references organisation (id),
    urgency                 text        not null check (urgency in ('NORMAL', 'URGENT', 'IMMEDIATE')),
    summary_cipher          bytea       not null,
    consent_status          text        not null check (consent_status in ('AGREED', 'GUARDIAN_AGREED', 'NOT_NEEDED_LEGAL_DUTY', 'REFUSED')),
    legal_ground            text check (legal_ground in ('MINORS_PROTECTION_11', 'MINORS_PROTECTION_43', 'MINORS_PROTECTION_92',
        'DOMESTIC_VIOLENCE_14', 'PERSONAL_INFORMATION_13_3', 'PERSONAL_INFORMATION_13_4')),
    incident_id             uuid references incident (id),
    reopens                 uuid references referral (id),
    confidential            boolean     not null,
    restricted              boolean     not null,
    lead_office             text        not null check (lead_office in ('CIVIL_AFFAIRS', 'WOMENS_FEDERATION')),
    status                  text        not null check (status in ('SENT', 'ACCEPTED', 'REJECTED', 'FEEDBACK_GIVEN', 'CLOSED')),
    sender_appointment_id   uuid        not null references appointment (id),
    sender_role             text        not null,
    sent_at                 timestamptz not null,
    due_at                  timestamptz,
    accepted_at             timestamptz,
    rejected_at             timestamptz,
    reject_reason_cipher    bytea,
    done_at                 timestamptz,
    feedback_at             timestamptz,
    feedback_cipher         bytea,
    result_code             text check (result_code in ('SOLVED', 'PARTLY', 'NOT_SOLVED', 'TRANSFERRED_ON', 'WITHDRAWN')),
    closed_at               timestamptz,
    on_behalf               boolean     not null default false,
    request_hash            bytea       not null,
    created_at              timestamptz not null,
    created_by              uuid        not null references worker (id),
    updated_at              timestamptz not null,
    updated_by              uuid        not null references worker (id),
    client_time             timestamptz,
    device_id               uuid,
    version                 integer     not null default 0,
    check ((child_id is null) <> (person_ref is null)),
    check ((person_ref is null) = (household_id is null)),
    check ((legal_ground is not null) = (consent_status in ('NOT_NEEDED_LEGAL_DUTY', 'REFUSED')))
);

comment on column referral.area_code is 'Where whom it is about lives now: the scope of the readers and of the county lead.';
comment on column referral.person_ref is 'A member of the household. No foreign key: an edit of the household may take the member out.';
comment on column referral.confidential is 'The room that sent it asks so: it tells of more than its type.';
comment on column referral.restricted is 'By its type, since it follows an incident, or confidential: for the sender''s post, the receiver and the county lead alone.';
comment on column referral.lead_office is 'Which office of the county leads it: the women''s federation where the case of a woman asks for it.';
comment on column referral.sender_appointment_id is 'The post to which the answer goes; it moves with a handover.';
comment on column referral.sender_role is 'The role of the post that sent it: to such a post it goes back when that is filled again.';
comment on column referral.due_at is 'Until when the receiver must answer, or say what came of it; null where nothing is awaited of the receiver.';
comment on column referral.on_behalf is 'The county lead answered for an organisation in which nobody was in office.';

-- Serves the list of an area.
create index referral_area on referral (area_code, sent_at desc, id desc);
-- Serves the list of a sender, the handover, and the guard of posts that end.
create index referral_sender on referral (sender_appointment_id, sent_at desc, id desc);
-- Serves the list of a receiver, what is due first first.
create index referral_receiver on referral (to_organisation_id, coalesce(due_at, timestamptz '9999-12-31 00:00:00+00'), id);
-- Serve a move, the list of a child, and the question whether somebody else was asked.
create index referral_child on referral (child_id, sent_at) where child_id is not null;
create index referral_person on referral (person_ref, sent_at) where person_ref is not null;
create index referral_household on referral (household_id) where household_id is not null;

-- What was done, under the id that the client gave the act. Texts stand in the referral: each act is done at most once.
create table referral_act (
    id             uuid primary key,
    referral_id    uuid        not null references referral (id),
    kind           text        not null check (kind in ('ACCEPT', 'REJECT', 'FEEDBACK', 'CLOSE', 'WITHDRAW', 'HAND_OVER', 'MOVE', 'CUT_VILLAGE')),
    on_behalf      boolean     not null,
    appointment_id uuid        not null references appointment (id),
    request_hash   bytea,
    created_at     timestamptz not null,
    created_by     uuid        not null references worker (id)
);

comment on column referral_act.request_hash is 'Null where it follows from what was done to something else.';

create index referral_act_referral on referral_act (referral_id, created_at);

-- How far up it was told that something is awaited; beside it, so that a reminder re-sends it to no phone.
create table referral_watch (
    referral_id  uuid primary key references referral (id),
    step         integer     not null,
    next_look_at timestamptz
);

comment on column referral_watch.step is 'Steps of the ladder that were told since the referral came to its status.';

-- Serves the sweep.
create index referral_watch_due on referral_watch (next_look_at) where next_look_at is not null;

create trigger referral_version before update on referral
    for each row when (not resealing()) execute function raise_version();

-- It stands in the own scope of whoever holds the sender's post, and in no village's.
create function referral_scope(p_appointment uuid) returns bigint
    language sql stable
as $$
    select -w.number from appointment a join worker w on w.id = a.worker_id where a.id = p_appointment
$$;

create function referral_feed() returns trigger
    language plpgsql
as $$
declare
    v_scope bigint := referral_scope(new.sender_appointment_id);
    v_before bigint;
begin
    if tg_op = 'UPDATE' and new.sender_appointment_id <> old.sender_appointment_id then
        v_before := referral_scope(old.sender_appointment_id);
        if v_before <> v_scope then
            perform feed_remove(v_before, 'referral', new.id, new.version);
        end if;
    end if;
    perform feed_put(v_scope, 'referral', new.id, new.version);
    return null;
end
$$;

create trigger referral_feed after insert or update on referral
    for each row when (not resealing()) execute function referral_feed();

-- Never without a sender's post in force while it is open (see V024).
create function referral_given_in_force() returns trigger
    language plpgsql
as $$
begin
    perform keep_in_force(new.sender_appointment_id);
    return null;
end
$$;

create trigger referral_inserted_in_force after insert on referral
    for each row when (new.status <> 'CLOSED')
    execute function referral_given_in_force();

create trigger referral_given_in_force after update on referral
    for each row
    when (new.status <> 'CLOSED'
        and (new.sender_appointment_id is distinct from old.sender_appointment_id or old.status = 'CLOSED'))
    execute function referral_given_in_force();

create function appointment_ends_without_referrals() returns trigger
    language plpgsql
as $$
begin
    if exists (select 1 from referral where sender_appointment_id = new.id and status <> 'CLOSED') then
        raise exception 'an appointment ends when no open referral belongs to it' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger appointment_ends_without_referrals before update on appointment
    for each row
    when (new.status = 'ENDED' and old.status <> 'ENDED')
    execute function appointment_ends_without_referrals();
