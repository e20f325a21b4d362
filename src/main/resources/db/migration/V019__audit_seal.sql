-- Rows of both trails carry their place in the order of commits, and seals chain what is settled below the horizon.

-- The function is stable, so old rows get the place of this migration and no table is written anew.
alter table audit add column position bigint not null default current_position();
alter table access_log add column position bigint not null default current_position();

-- Serve the sealer and the verification: the rows of a range of positions in their order.
create index audit_position on audit (position, id);
create index access_log_position on access_log (position, id);

create table audit_seal (
    table_name    text        not null check (table_name in ('audit', 'access_log')),
    number        bigint      not null check (number > 0),
    month         date        not null check (month = date_trunc('month', month)),
    from_position bigint      not null,
    to_position   bigint      not null check (to_position > from_position),
    row_count     bigint      not null check (row_count > 0),
    digest        text        not null check (digest ~ '^[0-9a-f]{64}$'),
    previous      text        not null check (previous ~ '^[0-9a-f]{64}$'),
    chained       text        not null check (chained ~ '^[0-9a-f]{64}$'),
    sealed_at     timestamptz not null,
    dropped_at    timestamptz,
    primary key (table_name, number)
);

comment on table audit_seal is 'One seal holds the rows of one month within [from_position, to_position).';
comment on column audit_seal.digest is 'SHA-256 over the rows in the order of position and id.';
comment on column audit_seal.chained is 'HMAC over the seal and the one before; the key is not in the database.';
comment on column audit_seal.dropped_at is 'When retention dropped the rows; the sums stay, so that the chain still holds.';

-- Serves the retention: months whose rows still stand.
create index audit_seal_month on audit_seal (table_name, month) where dropped_at is null;

-- Where sealing ends now: every transaction below has ended. No row just after an epoch began, while somebody may still
-- write under the epoch before: also one who has written nothing yet, since a statement takes its epoch when it begins.
create view audit_horizon as
select e.number::bigint * (1::bigint << 48) + pg_snapshot_xmin(pg_current_snapshot())::text::bigint as position
from epoch e
where e.number = (select max(number) from epoch)
  and (e.number = 1 or not exists (
    select 1 from pg_stat_activity s
    where s.datname = current_database() and s.pid <> pg_backend_pid() and s.backend_type = 'client backend'
      and s.xact_start < e.opened_at + interval '1 minute'));

-- The months of a partitioned table before a day that still stand, as tables or as rows under a seal.
create function standing_months(p_table text, p_before date) returns setof date
    language sql stable
as $$
    select to_date(substring(c.relname from '_([0-9]{6})$'), 'YYYYMM')
    from pg_inherits i
    join pg_class c on c.oid = i.inhrelid
    where i.inhparent = p_table::regclass
      and to_date(substring(c.relname from '_([0-9]{6})$'), 'YYYYMM') < p_before
    union
    select month from audit_seal where table_name = p_table and dropped_at is null and month < p_before
    order by 1
$$;

-- Drops one month of a partitioned table whole, also what stands in its default partition.
create function drop_month(p_table text, p_column text, p_month date) returns void
    language plpgsql
as $$
begin
    execute format('drop table if exists %I', format('%s_%s', p_table, to_char(p_month, 'YYYYMM')));
    execute format('delete from %I where %I >= $1 and %I < $2', p_table || '_default', p_column, p_column)
        using p_month::timestamp at time zone 'Asia/Shanghai',
              (p_month + interval '1 month')::timestamp at time zone 'Asia/Shanghai';
end
$$;
