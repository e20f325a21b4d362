-- Who says something, takes it back and says it again means the last: a body may come more than once.
alter table incident_report drop constraint incident_report_incident_id_request_hash_key;

-- Serves the repetition: what this author sent last.
create index incident_report_last on incident_report (incident_id, created_by, created_at desc, id desc);
