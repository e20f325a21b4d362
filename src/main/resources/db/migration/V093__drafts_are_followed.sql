-- A file that lacks facts (DRAFT) is followed like any other: the child is there, whatever is not known of it yet. Its days are
-- counted from when the file was made or opened again, and go on when nothing is missing any more.
create or replace function child_changed_for_follow_up() returns trigger
    language plpgsql
as $$
declare
    v_is  boolean := new.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING');
    v_was boolean := tg_op = 'UPDATE' and old.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING');
begin
    if v_is and not v_was then
        insert into child_follow_up (child_id, followed_since)
        values (new.id, new.updated_at)
        on conflict (child_id) do update set followed_since = excluded.followed_since;
    elsif v_is and new.risk_level is distinct from old.risk_level then
        insert into child_follow_up (child_id, followed_since)
        values (new.id, new.updated_at)
        on conflict (child_id) do nothing;
    end if;
    perform look_at_follow_up(array [new.id]);
    return null;
end
$$;

comment on column child_follow_up.followed_since is 'When the file was made or opened again, last; of files of before, when they were planned first.';

drop trigger child_begun_follow_up on child;
create trigger child_begun_follow_up after insert on child
    for each row when (new.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING'))
    execute function child_changed_for_follow_up();

drop trigger child_ends_visit_pauses on child;
create trigger child_ends_visit_pauses after update of risk_level, area_code, file_status on child
    for each row
    when (risk_rank(new.risk_level) >= risk_rank('HIGH') and risk_rank(old.risk_level) < risk_rank('HIGH')
        or new.area_code <> old.area_code and new.updated_at <> old.updated_at
        or old.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')
            and new.file_status not in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING'))
    execute function child_ends_visit_pauses();
