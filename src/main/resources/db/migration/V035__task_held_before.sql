-- Who held the task until an action: whoever comes too late is told that the task moved, not that it is none of theirs.
alter table task_action add column held_before uuid references appointment (id);

-- Serves whether one of the caller's posts held a task before.
create index task_action_held_before on task_action (task_id, held_before) where held_before is not null;
