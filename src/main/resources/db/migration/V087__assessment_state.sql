-- Every row has the default; writers are not held up meanwhile.
alter table risk_assessment validate constraint risk_assessment_state;
