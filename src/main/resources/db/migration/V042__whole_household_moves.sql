-- Serves the question whether a household is asked for as a whole. Few at any time.
create index child_move_whole on child_move (household_id) where whole_household and state = 'REQUESTED';
