-- Children of earlier releases, to be given their keys in the background. Apart from the trigger, whose lock would keep the
-- previous release from writing files as long as this takes.
insert into child_search (child_id)
select id from child
on conflict (child_id) do nothing;
