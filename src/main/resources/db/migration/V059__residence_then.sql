-- Late work is judged by where somebody lived when it was done: these find the moves that were accepted since.
set lock_timeout = '10min';
drop index concurrently if exists move_child_child;
create index concurrently move_child_child on move_child (child_id);
drop index concurrently if exists child_move_left;
create index concurrently child_move_left on child_move (household_id, answered_at) where state = 'ACCEPTED';
set lock_timeout = '5s';
