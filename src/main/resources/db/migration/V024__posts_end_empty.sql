-- No post ends while something open belongs to it, and nothing open is given to a post that has ended. What is known of a
-- post before a transaction may be over when it writes: here both sides meet on the row of the appointment. Who gives takes
-- it FOR SHARE, who ends it updates it; foreign keys (KEY SHARE) wait for neither.

-- Serves the handover, and the guard below: the open files of a post.
create index child_responsible on child (responsible_appointment_id)
    where file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING');

-- Keeps the appointment in force until the transaction ends. One that has ended meanwhile is a change that the transaction
-- could not see: asked again, the request finds it.
create function keep_in_force(p_appointment uuid) returns void
    language plpgsql
as $$
begin
    perform 1 from appointment where id = p_appointment and status <> 'ENDED' for share;
    if not found then
        raise exception 'the appointment has ended' using errcode = 'serialization_failure';
    end if;
end
$$;

create function task_given_in_force() returns trigger
    language plpgsql
as $$
begin
    perform keep_in_force(new.assignee_appointment_id);
    return null;
end
$$;

create trigger task_inserted_in_force after insert on task
    for each row
    when (new.assignee_appointment_id is not null and new.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS'))
    execute function task_given_in_force();

create trigger task_given_in_force after update on task
    for each row
    when (new.assignee_appointment_id is not null and new.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')
        and (new.assignee_appointment_id is distinct from old.assignee_appointment_id
            or old.status not in ('NEW', 'ACCEPTED', 'IN_PROGRESS')))
    execute function task_given_in_force();

create function child_given_in_force() returns trigger
    language plpgsql
as $$
begin
    perform keep_in_force(new.responsible_appointment_id);
    return null;
end
$$;

create trigger child_inserted_in_force after insert on child
    for each row
    when (new.responsible_appointment_id is not null and new.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING'))
    execute function child_given_in_force();

create trigger child_given_in_force after update on child
    for each row
    when (new.responsible_appointment_id is not null and new.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')
        and (new.responsible_appointment_id is distinct from old.responsible_appointment_id
            or old.file_status not in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')))
    execute function child_given_in_force();

-- Before the update, when the row is locked already: whoever gave something to the post has committed, and is seen here.
create function appointment_ends_empty() returns trigger
    language plpgsql
as $$
begin
    if exists (select 1 from child
               where responsible_appointment_id = new.id and file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING'))
       or exists (select 1 from task
                  where assignee_appointment_id = new.id and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')) then
        raise exception 'an appointment ends when nothing open belongs to it' using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger appointment_ends_empty before update on appointment
    for each row
    when (new.status = 'ENDED' and old.status <> 'ENDED')
    execute function appointment_ends_empty();
