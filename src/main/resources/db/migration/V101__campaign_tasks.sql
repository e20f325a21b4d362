set lock_timeout = '10min';                  -- it waits for every open transaction, and nobody waits for it

-- Serves what becomes of a campaign: its open tasks page by page, who holds them, and how many are done where.
drop index concurrently if exists task_campaign;
create index concurrently task_campaign on task (occurrence, id) include (area_code, status) where rule = 'CAMPAIGN';

set lock_timeout = '5s';
