-- Moves between villages on the phones of both sides. One that is asked elsewhere instead leaves the village that it no longer
-- concerns.

create function feed_of_move() returns trigger
    language plpgsql
as $$
declare
    village   bigint;
    concerned bigint[] := '{}';
begin
    if tg_op <> 'DELETE' then
        concerned := array_remove(array[new.area_code, new.to_area_code], null);
    end if;
    if tg_op <> 'INSERT' then
        for village in
            select distinct v from unnest(array[old.area_code, old.to_area_code]) v
            where v is not null and v <> all(concerned)
            order by v
        loop
            perform feed_remove(village, 'move', old.id, old.version + 1);
        end loop;
    end if;
    for village in select distinct v from unnest(concerned) v order by v loop
        perform feed_put(village, 'move', new.id, new.version);
    end loop;
    return null;
end
$$;

create trigger child_move_feed after insert or update or delete on child_move
    for each row when (not resealing()) execute function feed_of_move();

-- A change of keys is no change of a move.
create or replace trigger child_move_version before update on child_move
    for each row when (not resealing()) execute function raise_version();
