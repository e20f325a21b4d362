-- The day's work by area (room overview) reads each village by an index of its own size, whatever its history.

-- Serves the children of a scope by level, from the index alone.
create index child_counted on child (area_code, file_status, risk_level) where file_status in ('ACTIVE', 'TRANSFER_PENDING');
-- Serves what is open in a village.
create index task_open_in_area on task (area_code, due_on) where status in ('NEW', 'ACCEPTED', 'IN_PROGRESS');
-- Serves what was done in a village in a period.
create index task_done_in_area on task (area_code, done_at) where done_at is not null;
