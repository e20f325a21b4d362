package org.shouwang.bench;

import java.sql.SQLException;

/** Villages full of children beside those of {@link Villages}, written past the application, each with a director. */
final class ManyChildren {

    /** In each village: a household for every two of them. */
    static final int A_VILLAGE = 80;

    private static final int VILLAGES_A_TOWN = 10;

    /** What the triggers of a file would do it does itself, but that nobody plans visits here: only the campaign is measured. */
    private static final String FILL = """
            set session_replication_role = replica;
            create temp table town as
            select t, %1$d + 1000 + t * 1000 as code from generate_series(1, %2$d) t;
            create temp table village as
            select town.code as town, town.code + 200 + v as code from town, generate_series(0, %3$d - 1) v;
            insert into area (code, name, level, parent_code, code_end)
            select code, '镇', 'TOWNSHIP', %1$d, code + 1000 from town;
            insert into area (code, name, level, parent_code, code_end)
            select code, '村', 'VILLAGE', town, code + 1 from village;
            insert into worker (id, full_name, sex_code, phone_cipher, phone_hash)
            select md5(code::text)::uuid, '主任', '2', '\\x00', code::text::bytea from village;
            insert into appointment (id, worker_id, role_code, area_code, appointed_on)
            select md5(code::text)::uuid, md5(code::text)::uuid, 'CHILDREN_DIRECTOR', code, '2026-01-01' from village;
            create temp table born as
            select v.code, md5(v.code::text)::uuid as worker, md5(v.code || 'child' || n)::uuid as id,
                   md5(v.code || 'home' || n / 2)::uuid as home, n
            from village v, generate_series(0, %4$d - 1) n;
            insert into household (id, area_code, recorded_area_code, head_name, address_cipher, hamlet, income_sources,
                aid_types, request_hash, created_at, created_by, updated_at, updated_by)
            select home, code, code, '王桂兰', '\\x00', '三组', '{}', '{}', '\\x00', now(), worker, now(), worker
            from born where n %% 2 = 0;
            insert into child (id, household_id, area_code, recorded_area_code, full_name, sex_code, birth_date, id_type,
                hukou_registered, residence_address_cipher, rural_hukou, living_status, risk_level, file_status,
                last_verified_at, source, notice_given_at, notice_version, request_hash, created_at, created_by, updated_at,
                updated_by)
            select id, home, code, code, '郑小宝', '1', '2017-06-01', 'NONE', true, '\\x00', true, 'AT_HOME', 'LOW', 'ACTIVE',
                now(), 'VISIT', now(), '1', '\\x00', now(), worker, now(), worker
            from born;
            insert into sync_change (scope, kind, id, removed, version, position)
            select code, 'child', id, false, 0, pg_current_xact_id()::text::bigint from born;
            reset session_replication_role;
            """;

    private ManyChildren() {}

    /** @param children a multiple of those of a town */
    static void fill(DurableDatabase database, long county, int children) throws SQLException {
        int towns = children / (VILLAGES_A_TOWN * A_VILLAGE);
        database.execute(FILL.formatted(county, towns, VILLAGES_A_TOWN, A_VILLAGE));
        database.execute("vacuum analyze");
    }
}
