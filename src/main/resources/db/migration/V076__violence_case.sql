-- Cases of violence at home (家庭暴力个案; data dictionary 14.3), all of class R. Nothing of them is deleted.

create table violence_case (
    id                         uuid primary key,
    area_code                  bigint      not null references area (code),
    recorded_area_code         bigint      not null references area (code),
    victim_child_id            uuid references child (id),
    victim_member_id           uuid references household_member (id),
    household_id               uuid references household (id),
    incident_id                uuid references incident (id),
    victim_wish_cipher         bytea,
    author_appointment_id      uuid        not null references appointment (id),
    responsible_appointment_id uuid        not null references appointment (id),
    closed_at                  timestamptz,
    request_hash               bytea       not null,
    created_at                 timestamptz not null,
    created_by                 uuid        not null references worker (id),
    updated_at                 timestamptz not null,
    updated_by                 uuid        not null references worker (id),
    client_time                timestamptz,
    device_id                  uuid,
    version                    integer     not null default 0,
    check ((victim_child_id is null) <> (victim_member_id is null)),
    check ((victim_member_id is null) = (household_id is null))
);

comment on column violence_case.victim_member_id is 'A grown-up woman; her case is led by the women''s federation, a child''s by civil affairs.';

-- Serves the list and the figures of the county.
create index violence_case_area on violence_case (area_code, created_at desc, id desc);
-- Serves the guard of posts that end.
create index violence_case_responsible on violence_case (responsible_appointment_id) where closed_at is null;
-- Serve a move: the cases of a child, those of a household's women.
create index violence_case_child on violence_case (victim_child_id) where victim_child_id is not null;
create index violence_case_household on violence_case (household_id) where household_id is not null;

-- The chain (五阶段): one row a stage from the beginning.
create table violence_stage (
    case_id         uuid        not null references violence_case (id),
    stage           text        not null check (stage in ('POLICE_RESPONSE', 'INJURY_ASSESSMENT', 'SHELTER', 'JUDICIAL', 'COUNSELLING')),
    status          text        not null check (status in ('UNDECIDED', 'NOT_NEEDED', 'REFERRED', 'RUNNING', 'DONE', 'REFUSED_BY_VICTIM')),
    organisation_id uuid references organisation (id),
    since           timestamptz not null,
    primary key (case_id, stage)
);

comment on column violence_stage.since is 'Since when it has this status.';

-- Serves the list of an agency.
create index violence_stage_organisation on violence_stage (organisation_id) where organisation_id is not null;

-- To which organisation a stage was handed, each time.
create table violence_hand_over (
    referral_id         uuid primary key,
    case_id             uuid        not null,
    stage               text        not null,
    organisation_id     uuid        not null references organisation (id),
    status_before       text        not null,
    organisation_before uuid references organisation (id),
    at                  timestamptz not null,
    over_at             timestamptz,
    foreign key (case_id, stage) references violence_stage (case_id, stage)
);

comment on column violence_hand_over.status_before is 'How the stage stood, and stands again when it is rejected or taken back.';

-- A stage is handed to one receiver at a time.
create unique index violence_hand_over_one on violence_hand_over (case_id, stage) where over_at is null;

-- To which posts a case is open. The county lead sees it by its area, agencies by their stage.
create table violence_grant (
    case_id        uuid        not null references violence_case (id),
    appointment_id uuid        not null references appointment (id),
    how            text        not null check (how in ('AUTHOR', 'RESPONSIBLE', 'GIVEN')),
    granted_at     timestamptz not null,
    revoked_at     timestamptz,
    primary key (case_id, appointment_id)
);

-- Serves the list of a post.
create index violence_grant_post on violence_grant (appointment_id) where revoked_at is null;

-- What was done in a case, under the id that the client gave the act.
create table violence_act (
    id                   uuid primary key,
    case_id              uuid        not null references violence_case (id),
    kind                 text        not null check (kind in ('STAGE', 'TAKE_BACK', 'REFER', 'HAND_ON', 'CLOSE', 'REOPEN', 'GRANT',
        'REVOKE', 'TRANSFER', 'BREACH')),
    stage                text,
    status               text,
    organisation_id      uuid references organisation (id),
    order_id             uuid,
    reported_to          text[],
    told                 integer,
    about_appointment_id uuid references appointment (id),
    at                   timestamptz not null,
    note_cipher          bytea,
    appointment_id       uuid        not null references appointment (id),
    request_hash         bytea       not null,
    created_at           timestamptz not null,
    created_by           uuid        not null references worker (id)
);

comment on column violence_act.told is 'Of a breach: how many posts were told of it at once; 0 where there was nobody to tell.';

create index violence_act_case on violence_act (case_id, created_at);

create trigger violence_case_version before update on violence_case
    for each row when (not resealing()) execute function raise_version();

-- It stands in the own scopes of those to whom it is open, and in no village's.
create function violence_case_feed_put(p_case uuid, p_version integer) returns void
    language sql
as $$
    select feed_put(-w.number, 'violence-case', p_case, p_version)
    from (select distinct a.worker_id from violence_grant g join appointment a on a.id = g.appointment_id
          where g.case_id = p_case and g.revoked_at is null) reader
    join worker w on w.id = reader.worker_id
$$;

create function violence_case_feed() returns trigger
    language plpgsql
as $$
begin
    perform violence_case_feed_put(new.id, new.version);
    return null;
end
$$;

create trigger violence_case_feed after insert or update on violence_case
    for each row when (not resealing()) execute function violence_case_feed();

create function violence_grant_feed() returns trigger
    language plpgsql
as $$
declare
    v_version integer := (select version from violence_case where id = new.case_id);
    v_worker uuid := (select worker_id from appointment where id = new.appointment_id);
begin
    if new.revoked_at is null then
        perform violence_case_feed_put(new.case_id, v_version);
    elsif not exists (select 1 from violence_grant g join appointment a on a.id = g.appointment_id
                      where g.case_id = new.case_id and g.revoked_at is null and a.worker_id = v_worker) then
        perform feed_remove(-w.number, 'violence-case', new.case_id, v_version) from worker w where w.id = v_worker;
    end if;
    return null;
end
$$;

create trigger violence_grant_feed after insert or update on violence_grant
    for each row execute function violence_grant_feed();

-- Never without a post in force while it is open (see V024).
create function violence_case_given_in_force() returns trigger
    language plpgsql
as $$
begin
    perform keep_in_force(new.responsible_appointment_id);
    return null;
end
$$;

create trigger violence_case_inserted_in_force after insert on violence_case
    for each row when (new.closed_at is null)
    execute function violence_case_given_in_force();

create trigger violence_case_given_in_force after update on violence_case
    for each row
    when (new.closed_at is null
        and (new.responsible_appointment_id is distinct from old.responsible_appointment_id or old.closed_at is not null))
    execute function violence_case_given_in_force();

create function appointment_ends_without_violence_cases() returns trigger
    language plpgsql
as $$
begin
    if exists (select 1 from violence_case where responsible_appointment_id = new.id and closed_at is null) then
        raise exception 'an appointment ends when no open case of violence belongs to it' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger appointment_ends_without_violence_cases before update on appointment
    for each row
    when (new.status = 'ENDED' and old.status <> 'ENDED')
    execute function appointment_ends_without_violence_cases();
