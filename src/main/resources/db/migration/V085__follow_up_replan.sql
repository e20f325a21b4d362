-- Children of an area are planned anew from the day on which its standard changes, some at a time.
create table follow_up_replan (
    area_code   bigint not null references area (code) on delete cascade,
    from_day    date   not null,
    after_area  bigint not null default 0,
    after_child uuid   not null default '00000000-0000-0000-0000-000000000000',
    primary key (area_code, from_day)
);

comment on table follow_up_replan is 'How far the children of an area were put into follow_up_look; gone when all were.';

create function policy_changed_for_follow_up() returns trigger
    language plpgsql
as $$
begin
    insert into follow_up_replan (area_code, from_day) values (new.area_code, new.valid_from)
    on conflict (area_code, from_day) do update
        set after_area = excluded.after_area, after_child = excluded.after_child;
    return null;
end
$$;

create trigger follow_up_policy_replan after insert or update of withdrawn_at on follow_up_policy
    for each row execute function policy_changed_for_follow_up();

-- Files that were there before are planned once, by the same pages.
insert into follow_up_replan (area_code, from_day) select code, current_date - 1 from area where parent_code is null;
