package org.shouwang.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.database.Jdbc;
import org.shouwang.platform.pool.Migrating;
import org.shouwang.testsupport.TestDatabase;

/** A small database with what is hard to carry over: circles, old months, odd texts, bytes, sequences. */
final class County {

    private County() {}

    static DatabaseAddress create(String name) {
        DatabaseAddress database = TestDatabase.fresh(name);
        fill(database);
        return database;
    }

    static void fill(DatabaseAddress database) {
        Migrating.waitingAs(Flyway.configure().dataSource(database.jdbcUrl(), database.username(), database.password()))
                .load()
                .migrate();
        execute(database, """
                insert into area (code, name, level, parent_code, code_end) values
                    (610304000000, '陈仓区', 'COUNTY', null, 610305000000),
                    (610304101000, '镇', 'TOWNSHIP', 610304000000, 610304102000);
                insert into organisation (id, name, kind, area_code)
                    values (md5('zone')::uuid, E'开发区\\t\\\\N "," \\n', 'DEVELOPMENT_ZONE', 610304000000);
                update area set administered_by_organisation_id = md5('zone')::uuid where code = 610304101000;
                insert into worker (id, full_name, sex_code, phone_cipher, phone_hash)
                    select md5(n::text)::uuid, '某' || n, '2', '\\x0a5c00ff', int4send(n) from generate_series(1, 1000) n;
                select ensure_partitions('audit', '2024-02-01', '2024-03-01');
                insert into audit (id, at, action, subject_type)
                    values (md5('old')::uuid, '2024-02-29 12:34:56.123456+08', 'test', 'nothing'),
                           (md5('older')::uuid, '2019-01-01', 'test', 'nothing');
                """);
    }

    static void execute(DatabaseAddress database, String sql) {
        try (Connection connection = Jdbc.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    static String text(DatabaseAddress database, String sql) {
        try (Connection connection = Jdbc.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
