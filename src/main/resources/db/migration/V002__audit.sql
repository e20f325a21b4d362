-- What was changed (audit) and who looked at whom (access_log), by month. Neither holds names, numbers or texts.

create table audit (
    id             uuid        not null,
    at             timestamptz not null,
    worker_id      uuid,
    appointment_id uuid,
    role_code      text,
    action         text        not null,
    subject_type   text        not null,
    subject_id     uuid,
    area_code      bigint,
    request_id     text,
    primary key (at, id)
) partition by range (at);

create table access_log (
    id             uuid        not null,
    at             timestamptz not null,
    worker_id      uuid        not null,
    appointment_id uuid        not null,
    role_code      text        not null,
    action         text        not null,
    subject_type   text        not null,
    subject_id     uuid        not null,
    reason         text,
    request_id     text,
    primary key (at, id)
) partition by range (at);

-- Serves "who looked at this person" (privacy officer, law: 未成年人网络保护条例 art. 36).
create index access_log_subject on access_log (subject_id, at);
-- Serves "what happened to this record".
create index audit_subject on audit (subject_id, at);

create table audit_default partition of audit default;
create table access_log_default partition of access_log default;

-- Makes the monthly partitions of one table from a month up to and including another; repeating it changes nothing.
create function ensure_partitions(p_table text, p_from date, p_to date) returns void
    language plpgsql
as $$
declare
    v_month date := date_trunc('month', p_from)::date;
    v_name  text;
begin
    while v_month <= p_to loop
        v_name := format('%s_%s', p_table, to_char(v_month, 'YYYYMM'));
        if to_regclass(v_name) is null then
            execute format('create table %I partition of %I for values from (%L) to (%L)',
                v_name, p_table,
                v_month::timestamp at time zone 'Asia/Shanghai',
                (v_month + interval '1 month')::timestamp at time zone 'Asia/Shanghai');
        end if;
        v_month := (v_month + interval '1 month')::date;
    end loop;
end
$$;

select ensure_partitions(t, current_date, (current_date + interval '2 months')::date)
from unnest(array ['audit', 'access_log']) t;
