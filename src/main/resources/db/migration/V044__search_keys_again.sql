-- A name whose keys cannot be written holds up nobody else's: it waits, until it is written anew or the moment comes.
alter table child_search add column retry_at timestamptz;

comment on column child_search.retry_at is 'Not before this moment, since it failed. Null: at once.';

create or replace function child_named() returns trigger
    language plpgsql
as $$
begin
    insert into child_search (child_id) values (new.id)
    on conflict (child_id) do update set plain = null, keys = null, retry_at = null;
    return null;
end
$$;
