-- Only an assessment that sets the level begins the time until the next one, also one that waited for somebody's word.
create trigger risk_assessment_follow_up after insert on risk_assessment
    for each row when (new.sets_level)
    execute function part_changed_for_follow_up();
create trigger risk_assessment_decided_follow_up after update of sets_level, assessed_on on risk_assessment
    for each row when (new.sets_level <> old.sets_level or new.assessed_on <> old.assessed_on)
    execute function part_changed_for_follow_up();
