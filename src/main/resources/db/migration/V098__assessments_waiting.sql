-- Serves whoever confirms lower levels: what waits for a word in an area, the longest first. Few rows wait.
set lock_timeout = '10min';
drop index concurrently if exists risk_assessment_waiting;
create index concurrently risk_assessment_waiting on risk_assessment (area_code, recorded_at, id) where state = 'PENDING';
set lock_timeout = '5s';
