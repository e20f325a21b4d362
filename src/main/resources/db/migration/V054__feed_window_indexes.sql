set lock_timeout = '10min';                          -- it waits for every open transaction, and nobody waits for it

-- Serves PruneFeed: what an older release has written without a day, and what left its window.
drop index concurrently if exists sync_change_window;
create index concurrently sync_change_window on sync_change (kind, since)
    where not removed and kind in ('visit', 'contact', 'task', 'move');

-- Serves PruneFeed: removals that every phone has heard of.
drop index concurrently if exists sync_change_removed;
create index concurrently sync_change_removed on sync_change (position) where removed;

set lock_timeout = '5s';

-- The moves that were there before their trigger. Few; the closed ones leave by the first run of PruneFeed.
select feed_put(village, 'move', m.id, m.version)
from child_move m
cross join lateral (select m.area_code union select m.to_area_code where m.to_area_code is not null) v(village)
order by village, m.id;
