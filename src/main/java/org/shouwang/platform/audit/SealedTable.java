package org.shouwang.platform.audit;

/**
 * The two tables that are sealed, and the form in which a row is sealed: each column as text that no setting of the session
 * changes, in an order that stays for ever, since old seals were made with it.
 */
enum SealedTable {
    AUDIT("audit", """
            position::text, id::text, (extract(epoch from at) * 1000000)::bigint::text, worker_id::text,
            appointment_id::text, role_code, action, subject_type, subject_id::text, area_code::text, request_id"""),
    ACCESS_LOG("access_log", """
            position::text, id::text, (extract(epoch from at) * 1000000)::bigint::text, worker_id::text,
            appointment_id::text, role_code, action, subject_type, subject_id::text,
            array_to_string(subject_ids, ',', '-'), area_code::text, reason, grant_id::text, request_id""");

    private final String table;
    private final String columns;

    SealedTable(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    /** Its name in the database. */
    String table() {
        return table;
    }

    /** Arguments: range of positions, span of time, where to go on (position and id), most rows. */
    String rows() {
        return """
                select position, id, array[%s] as sealed from %s
                where position >= $1 and position < $2 and at >= $3 and at < $4 and (position, id) > ($5, $6)
                order by position, id
                limit $7
                """.formatted(columns, table);
    }

    String months() {
        return """
                select distinct date_trunc('month', at at time zone 'Asia/Shanghai')::date as month from %s
                where position >= $1 and position < $2 order by month
                """.formatted(table);
    }

    String count() {
        return "select count(*) as rows from %s where position >= $1 and position < $2".formatted(table);
    }

    /** How many rows a range has, at most so many as asked for, and the positions of the first and the last of them. */
    String batch() {
        return """
                select count(*) as rows, min(position) as first, max(position) as last
                from (select position from %s where position >= $1 and position < $2 order by position limit $3) as batch
                """.formatted(table);
    }

    /** The first row that no seal holds. */
    String unsealed() {
        return """
                (select at from %1$s
                 where position >= coalesce((select to_position from audit_seal where table_name = '%1$s'
                                             order by number desc limit 1), 0)
                 order by position limit 1)
                """.formatted(table);
    }

    String unsealedIn() {
        return "select 1 from %s where position >= $1 and at >= $2 and at < $3 limit 1".formatted(table);
    }
}
