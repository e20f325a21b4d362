-- Incidents (强制报告): reports of children in danger, of class R. Nothing of them is deleted.

create table incident (
    id                         uuid primary key,
    area_code                  bigint      not null references area (code),
    recorded_area_code         bigint      not null references area (code),
    situation_codes            text[],
    discovered_at              timestamptz,
    occurred_at                timestamptz,
    discovery                  text check (discovery in ('VISIT', 'ACTIVITY', 'SCHOOL', 'HOSPITAL', 'NEIGHBOUR', 'CHILD_SELF', 'HOTLINE', 'OTHER')),
    child_id                   uuid,
    unknown_child_desc_cipher  bytea,
    suspect_relation           text check (suspect_relation in ('PARENT', 'CAREGIVER', 'RELATIVE', 'NEIGHBOUR', 'TEACHER', 'PEER', 'STRANGER', 'UNKNOWN')),
    suspect_is_village_cadre   boolean,
    ongoing_danger             boolean,
    reported_to                text[],
    reported_at                timestamptz,
    report_channel             text check (report_channel in ('CALL_110', 'STATION_VISIT', 'WRITTEN', 'SYSTEM')),
    police_case_no_cipher      bytea,
    police_contact_cipher      bytea,
    evidence_file_ids          uuid[],
    placement                  text check (placement in ('STAY_SAFE', 'RELATIVE', 'SHELTER', 'INSTITUTION', 'HOSPITAL', 'TEMP_GUARDIAN_GOV')),
    unusable                   text[],
    visit_id                   uuid,
    reporter_appointment_id    uuid        not null references appointment (id),
    responsible_appointment_id uuid        not null references appointment (id),
    stage                      text        not null check (stage in ('DISCOVERED', 'REPORTED', 'ACCEPTED_BY_AUTHORITY', 'EMERGENCY_HANDLED', 'ASSESSED', 'INTERVENTION', 'FOLLOW_UP', 'CLOSED')),
    village_cut                boolean     not null default false,
    taken_at                   timestamptz,
    taken_by                   uuid references appointment (id),
    time_uncertain             boolean     not null,
    clock_from                 timestamptz not null,
    received_at                timestamptz not null,
    request_hash               bytea       not null,
    created_at                 timestamptz not null,
    created_by                 uuid        not null references worker (id),
    updated_at                 timestamptz not null,
    updated_by                 uuid        not null references worker (id),
    client_time                timestamptz,
    device_id                  uuid,
    version                    integer     not null default 0
);

comment on column incident.child_id is 'As the reporter named it. No foreign key: a report never waits for a file, and its answer does not tell whether there is one.';
comment on column incident.visit_id is 'The visit in which it was seen, of the same author; no foreign key for the same reason.';
comment on column incident.clock_from is 'From when deadlines run: the discovery where that is believable, else the arrival.';
comment on column incident.unusable is 'Fields that were sent and could not be read; the bodies stand whole in incident_report.';
comment on column incident.village_cut is 'The suspect is a village cadre: no post of a village sees it, its author neither.';

-- One danger seen in one visit is one incident, whether the visit or the report comes first.
create unique index incident_of_visit on incident (visit_id, child_id, created_by) where visit_id is not null;
-- Serves the list of the county.
create index incident_area on incident (area_code, received_at desc, id desc);
-- Serves the handover, and the guard of posts that end.
create index incident_responsible on incident (responsible_appointment_id) where stage <> 'CLOSED';
-- Serves a move: the incidents of a child.
create index incident_child on incident (child_id) where child_id is not null;

-- Ids under which clients know an incident: its own, and those of reports that turned out to be the same.
create table incident_name (
    id          uuid primary key,
    incident_id uuid not null references incident (id)
);

-- What was sent, whole: the first body and each amendment.
create table incident_report (
    id             uuid primary key,
    incident_id    uuid        not null references incident (id),
    request_hash   bytea       not null,
    body_cipher    bytea       not null,
    appointment_id uuid        not null references appointment (id),
    created_at     timestamptz not null,
    created_by     uuid        not null references worker (id),
    unique (incident_id, request_hash)
);

-- To whom an incident is open: being told is a grant. The county lead sees it by its area.
create table incident_grant (
    incident_id    uuid        not null references incident (id),
    appointment_id uuid        not null references appointment (id),
    how            text        not null check (how in ('REPORTER', 'TOLD', 'GIVEN')),
    police         boolean     not null,
    granted_at     timestamptz not null,
    revoked_at     timestamptz,
    primary key (incident_id, appointment_id)
);

comment on column incident_grant.police is 'A police liaison (反家庭暴力法 art. 14): the reporter is shown.';

-- Serves the list of a post.
create index incident_grant_post on incident_grant (appointment_id) where revoked_at is null;

-- What was done in a case, under the id that the client gave the act.
create table incident_act (
    id                   uuid primary key,
    incident_id          uuid        not null references incident (id),
    kind                 text        not null check (kind in ('STAGE', 'TAKE', 'GRANT', 'CUT_VILLAGE', 'TRANSFER')),
    stage                text,
    at                   timestamptz not null,
    note_cipher          bytea,
    about_appointment_id uuid references appointment (id),
    appointment_id       uuid        not null references appointment (id),
    request_hash         bytea       not null,
    created_at           timestamptz not null,
    created_by           uuid        not null references worker (id)
);

create index incident_act_incident on incident_act (incident_id, at);

-- Where an incident that nobody has taken stands on its way up, and what was said of a report that the police did not get yet.
-- Beside it, so that the alarm re-sends it to no phone.
create table incident_alarm (
    incident_id    uuid primary key references incident (id),
    round          integer     not null,
    next_look_at   timestamptz,
    report_round   integer     not null,
    report_look_at timestamptz
);

-- Serves the sweep: what is due to be looked at.
create index incident_alarm_due on incident_alarm (least(next_look_at, report_look_at))
    where next_look_at is not null or report_look_at is not null;

-- The tasks that follow an incident.
create table incident_follow_up (
    task_id     uuid primary key references task (id),
    incident_id uuid not null references incident (id)
);

create index incident_follow_up_incident on incident_follow_up (incident_id);

create trigger incident_version before update on incident
    for each row when (not resealing()) execute function raise_version();

-- It stands in the own scopes of those to whom it is open, and in no village's.
create function incident_feed_put(p_incident uuid, p_version integer) returns void
    language sql
as $$
    select feed_put(-w.number, 'incident', p_incident, p_version)
    from (select distinct a.worker_id from incident_grant g join appointment a on a.id = g.appointment_id
          where g.incident_id = p_incident and g.revoked_at is null) reader
    join worker w on w.id = reader.worker_id
$$;

create function incident_feed() returns trigger
    language plpgsql
as $$
begin
    perform incident_feed_put(new.id, new.version);
    return null;
end
$$;

create trigger incident_feed after insert or update on incident
    for each row when (not resealing()) execute function incident_feed();

create function incident_grant_feed() returns trigger
    language plpgsql
as $$
declare
    v_version integer;
begin
    select version into v_version from incident where id = new.incident_id;
    if new.revoked_at is not null then
        perform feed_remove(-w.number, 'incident', new.incident_id, v_version)
        from appointment a join worker w on w.id = a.worker_id
        where a.id = new.appointment_id;
    end if;
    perform incident_feed_put(new.incident_id, v_version);
    return null;
end
$$;

create trigger incident_grant_feed after insert or update on incident_grant
    for each row execute function incident_grant_feed();

-- Never without a post in force while it is open (see V024).
create function incident_given_in_force() returns trigger
    language plpgsql
as $$
begin
    perform keep_in_force(new.responsible_appointment_id);
    return null;
end
$$;

create trigger incident_inserted_in_force after insert on incident
    for each row when (new.stage <> 'CLOSED')
    execute function incident_given_in_force();

create trigger incident_given_in_force after update on incident
    for each row
    when (new.stage <> 'CLOSED'
        and (new.responsible_appointment_id is distinct from old.responsible_appointment_id or old.stage = 'CLOSED'))
    execute function incident_given_in_force();

create function appointment_ends_without_incidents() returns trigger
    language plpgsql
as $$
begin
    if exists (select 1 from incident where responsible_appointment_id = new.id and stage <> 'CLOSED') then
        raise exception 'an appointment ends when no open incident belongs to it' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger appointment_ends_without_incidents before update on appointment
    for each row
    when (new.status = 'ENDED' and old.status <> 'ENDED')
    execute function appointment_ends_without_incidents();
