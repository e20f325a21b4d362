-- What children are found by: parts of the name, its pinyin, its initials (POST /children/search). The server writes the keys,
-- since no database knows pinyin. Beside the file, so that keys raise no version and send no file to any phone.
create table child_search (
    child_id uuid primary key references child (id) on delete cascade,
    plain    text,
    keys     text[],
    check ((plain is null) = (keys is null))
);

comment on column child_search.keys is 'Null: to be written. n: one or two characters of the name, p: syllables of pinyin, i: initials.';
comment on column child_search.plain is 'The name without blanks and dots, for parts that are longer than the keys.';

-- Serves NameSearch in a scope of more than some towns: keys && $ and keys @> $.
create index child_search_keys on child_search using gin (keys);
-- Serves the job that writes what is missing, and the search for names that it has not come to.
create index child_search_missing on child_search (child_id) where keys is null;

-- Whoever writes a name, be it the release before this one, an import or a hand: its keys are missing from then on.
create function child_named() returns trigger
    language plpgsql
as $$
begin
    insert into child_search (child_id) values (new.id)
    on conflict (child_id) do update set plain = null, keys = null;
    return null;
end
$$;

create trigger child_named after insert on child for each row execute function child_named();
create trigger child_renamed after update of full_name on child
    for each row when (new.full_name is distinct from old.full_name) execute function child_named();
