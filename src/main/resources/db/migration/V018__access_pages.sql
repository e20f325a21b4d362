-- A look at a page of people is one row; a look may have a reason or a grant; who reviews it is a question of the area.
alter table access_log
    alter column subject_id drop not null,
    add column subject_ids uuid[],
    add column grant_id uuid,
    add column area_code bigint,
    add check (subject_id is not null or cardinality(subject_ids) > 0);

comment on column access_log.subject_ids is 'The records of a page, and the people whom a record names.';
comment on column access_log.area_code is 'Where the person belongs; for a page, where the post is.';
comment on column access_log.reason is 'As the worker wrote it; it may hold a name and never leaves this table for a log.';

-- Where an appointment is held: its area, or that of its organisation.
create function post_area(p_appointment uuid) returns bigint
    language sql stable
as $$
    select coalesce(a.area_code, o.area_code)
    from appointment a
    left join organisation o on o.id = a.organisation_id
    where a.id = p_appointment
$$;

update access_log set area_code = post_area(appointment_id);

-- Serves "who looked at this person" together with access_log_subject.
create index access_log_subjects on access_log using gin (subject_ids);
-- Serve the review: what this worker looked at, and what was looked at in this area.
create index access_log_worker on access_log (worker_id, at);
create index access_log_area on access_log (area_code, at);
