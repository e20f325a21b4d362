-- As every record: a statement that forgets the version must not hide a change.
create trigger resource_version before update on resource for each row execute function raise_version();

-- Serves the daily summary: entries that nobody has checked for long.
create index resource_to_check on resource (verified_on) where status <> 'CLOSED';
