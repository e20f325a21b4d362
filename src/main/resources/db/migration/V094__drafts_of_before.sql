-- Drafts of before are planned by the pages of the replanning, on the day after: nodes of the release before, which still serve
-- now, would take these looks and plan nothing.
insert into follow_up_replan (area_code, from_day)
select code, local_day(now()) + 1 from area where parent_code is null
on conflict (area_code, from_day) do update set after_area = excluded.after_area, after_child = excluded.after_child;
