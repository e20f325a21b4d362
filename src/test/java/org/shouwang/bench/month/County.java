package org.shouwang.bench.month;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.testsupport.Sql;

/** The demo district filled up to a county's size: somebody in each post, and children who were visited and assessed in time so far. */
@Singleton
class County {

    private static final String VILLAGES =
            "(select code from area where level = 'VILLAGE' and code between 610304000000 and 610304999999)";

    /** What is not filled yet: townships first, then a director for each village, then the others of villages. */
    private static final String VACANT = """
            select r.role || ' ' || a.code
            from (values ('TOWNSHIP_COORDINATOR', 'TOWNSHIP', 1), ('CHILDREN_DIRECTOR', 'VILLAGE', 2),
                         ('WOMENS_CHAIR', 'VILLAGE', 3), ('WOMENS_EXECUTIVE', 'VILLAGE', 4)) r(role, level, rank)
            join area a on a.level = r.level and a.code between 610304000000 and 610304999999
            where not exists (select from appointment x
                              where x.role_code = r.role and x.area_code = a.code and x.status <> 'ENDED')
            order by r.rank, a.code
            limit ? - (select count(*) from worker)
            """;

    /** Of a thousand: 2 CRITICAL, 20 HIGH, 150 MEDIUM, 500 LOW, the others NORMAL. */
    private static final String PEOPLE = """
            create table month_child as
            select md5('month-child' || i)::uuid as id, v.code as area,
                   case when i %% 1000 < 2 then 'CRITICAL' when i %% 1000 < 22 then 'HIGH' when i %% 1000 < 172 then 'MEDIUM'
                        when i %% 1000 < 672 then 'LOW' else 'NORMAL' end as level,
                   a.id as post, a.worker_id as worker,
                   ('x' || substr(md5('last' || i), 1, 7))::bit(28)::int / 268435456.0 as phase
            from generate_series(1, ?) i
            join (select code, row_number() over (order by code) - 1 as n, count(*) over () as all_of
                  from %s villages) v on v.n = i %% v.all_of
            join lateral (select id, worker_id from appointment
                          where role_code = 'CHILDREN_DIRECTOR' and area_code = v.code and status <> 'ENDED'
                          order by id limit 1) a on true
            """.formatted(VILLAGES);

    private static final String HOUSEHOLDS = """
            insert into household (id, area_code, recorded_area_code, head_name, address_cipher, hamlet,
                income_sources, aid_types, request_hash, created_at, created_by, updated_at, updated_by)
            select id, area, area, '测试', '\\x01', '一组', '{FARMING}', '{}', '\\x01', m.at, worker, m.at, worker
            from month_child cross join (select cast(? as timestamptz) - interval '2 years') m(at)
            """;

    private static final String CHILDREN = """
            insert into child (id, household_id, area_code, recorded_area_code, full_name, sex_code, birth_date,
                id_type, hukou_registered, residence_address_cipher, rural_hukou, living_status, risk_level,
                file_status, last_verified_at, source, notice_given_at, notice_version, request_hash, created_at,
                created_by, updated_at, updated_by)
            select id, id, area, area, '测试', '1', date '2017-06-01', 'NONE', true, '\\x01', true, 'AT_HOME', level,
                'ACTIVE', m.now, 'VISIT', m.at, '1', '\\x01', m.at, worker, m.at, worker
            from month_child
            cross join (select cast(? as timestamptz) as now, cast(? as timestamptz) - interval '2 years' as at) m
            """;

    private static final String FOLLOWED =
            "update child_follow_up set followed_since = cast(? as timestamptz) - interval '2 years' where child_id in (select id from month_child)";

    private static final String VISITS = """
            insert into visit (id, household_id, area_code, recorded_area_code, visitor_appointment_id, method, purpose,
                started_at, outcome, received_at, request_hash, created_at, created_by, updated_at, updated_by)
            select id, id, area, area, post, 'HOME', 'ROUTINE', v.at, 'MET_CHILD', v.at, '\\x01', v.at, worker, v.at, worker
            from month_child
            cross join lateral (select cast(? as timestamptz) - interval '1 day' * (0.5 + phase * case level
                when 'CRITICAL' then 6 when 'HIGH' then 13 when 'MEDIUM' then 29 when 'LOW' then 89 else 179 end) as at) v
            """;

    private static final String MET = """
            insert into visit_child (visit_id, child_id, area_code, met) select id, id, area, true from month_child
            """;

    private static final String ASSESSED = """
            insert into risk_assessment (id, child_id, area_code, recorded_area_code, model_version, risk_level, assessed_on,
                assessor_appointment_id, state, sets_level)
            select id, id, area, area, 'CHILD-1', level,
                cast(? as date) - (phase * case level
                    when 'CRITICAL' then 6 when 'HIGH' then 89 when 'MEDIUM' then 179 else 364 end)::int, post, 'EFFECTIVE', true
            from month_child
            """;

    private final AgroalDataSource database;
    private final FieldCipher cipher;
    private final KeyedHash hash;

    County(AgroalDataSource database, FieldCipher cipher, KeyedHash hash) {
        this.database = database;
        this.cipher = cipher;
        this.hash = hash;
    }

    /** Fills it up to so many workers, each with a phone, and adds so many children, as of a moment. */
    void fill(int workers, int children, Instant now) throws SQLException {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        List<String> vacant = Sql.texts(database, VACANT, workers);
        try (Connection connection = database.getConnection()) {
            for (int i = 0; i < vacant.size(); i++) {
                String[] post = vacant.get(i).split(" ", -1);
                worker(connection, post[0], Long.parseLong(post[1]), i);
            }
        }
        for (String worker : Sql.texts(database, "select cast(id as text) from worker order by id")) {
            phone(UUID.fromString(worker), at);
        }
        Sql.update(database, PEOPLE, children);
        Sql.update(database, HOUSEHOLDS, at);
        Sql.update(database, CHILDREN, at, at);
        Sql.update(database, FOLLOWED, at);
        Sql.update(database, VISITS, at);
        Sql.update(database, MET);
        Sql.update(database, ASSESSED, at.toLocalDate());
        Sql.update(database, "analyze");
    }

    private void worker(Connection connection, String role, long area, int number) throws SQLException {
        UUID id = UUID.randomUUID();
        PhoneNumber phone = new PhoneNumber("1990000%04d".formatted(number));
        try (PreparedStatement worker = connection.prepareStatement(
                        "insert into worker (id, full_name, sex_code, phone_cipher, phone_hash) values (?, '测试', '2', ?, ?)");
                PreparedStatement appointment = connection.prepareStatement(
                        "insert into appointment (id, worker_id, role_code, area_code, appointed_on) values (?, ?, ?, ?, date '2024-01-01')")) {
            worker.setObject(1, id);
            worker.setBytes(2, cipher.encrypt(phone.value(), new FieldCipher.Place("worker", "phone", id)));
            worker.setBytes(3, hash.of(phone));
            worker.executeUpdate();
            appointment.setObject(1, UUID.randomUUID());
            appointment.setObject(2, id);
            appointment.setString(3, role);
            appointment.setLong(4, area);
            appointment.executeUpdate();
        }
    }

    private void phone(UUID worker, OffsetDateTime at) throws SQLException {
        UUID device = UUID.randomUUID();
        String target = "month-" + device;
        Sql.update(
                database,
                """
                insert into device (id, worker_id, platform, channel, target_kind, target_cipher, target_hash, app_version,
                    registered_at)
                values (?, ?, 'ANDROID', 'FCM', 'TOKEN', ?, ?, '1.0.0', ?)
                """,
                device,
                worker,
                cipher.encrypt(target, new FieldCipher.Place("device", "target", device)),
                hash.allOfPushTarget(target).hash(),
                at);
    }
}
