package org.shouwang.platform.secret;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.pool.Migrating;
import org.shouwang.platform.secret.FieldCipher.Place;
import org.shouwang.platform.secret.KeyedHash.Hashes;
import org.shouwang.testsupport.TestDatabase;

/** A migrated database whose keys a test may change, with one village and whoever the test puts there. */
final class OwnDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final Connection connection;
    private final Pool pool;

    OwnDatabase(Vertx vertx) throws SQLException {
        address = TestDatabase.fresh("change_of_keys");
        Migrating.waitingAs(Flyway.configure().dataSource(address.jdbcUrl(), address.username(), address.password()))
                .load()
                .migrate();
        connection = connect();
        pool = Pool.newInstance(PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(address.reactiveUrl())
                        .setUser(address.username())
                        .setPassword(address.password()))
                .using(vertx)
                .build());
        update("""
                insert into area (code, name, level, code_end) values (610304101200, '村', 'VILLAGE', 610304101201)
                """);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
    }

    Pool pool() {
        return pool;
    }

    UUID worker(Node node, String phone) throws SQLException {
        return worker(connection, node, phone);
    }

    /** As a server with these keys stores a worker. */
    static UUID worker(Connection connection, Node node, String phone) throws SQLException {
        UUID id = UUID.randomUUID();
        Hashes hashes = node.hashes().all(new PhoneNumber(phone));
        update(
                connection,
                "insert into worker (id, full_name, sex_code, phone_cipher, phone_hash, phone_hash_next) values (?, '李', '2', ?, ?, ?)",
                id,
                node.fields().encrypt(phone, new Place("worker", "phone", id)),
                hashes.hash(),
                hashes.next());
        return id;
    }

    /** A household with one child, both in the feed. */
    UUID child(Node node, UUID author, String number) throws SQLException {
        UUID household = UUID.randomUUID();
        update(
                """
                insert into household (id, area_code, recorded_area_code, head_name, address_cipher, hamlet, income_sources,
                    aid_types, request_hash, created_at, created_by, updated_at, updated_by)
                values (?, 610304101200, 610304101200, '王', ?, '组', '{}', '{}', '\\x00', now(), ?, now(), ?)
                """,
                household,
                node.fields().encrypt("12号", new Place("household", "address_cipher", household)),
                author,
                author);
        UUID child = UUID.randomUUID();
        Hashes hashes = node.hashes().all(new IdentityNumber(number));
        update(
                """
                insert into child (id, household_id, area_code, recorded_area_code, full_name, sex_code, birth_date, id_type,
                    id_number_cipher, id_number_hash, id_number_hash_next, hukou_registered, residence_address_cipher,
                    rural_hukou, living_status, risk_level, file_status, last_verified_at, source, notice_given_at,
                    notice_version, request_hash, created_at, created_by, updated_at, updated_by)
                values (?, ?, 610304101200, 610304101200, '小明', '1', date '2016-06-01', 'RESIDENT_ID', ?, ?, ?, true, ?, true, 'AT_HOME',
                    'LOW', 'ACTIVE', now(), 'VISIT', now(), '1', '\\x00', now(), ?, now(), ?)
                """,
                child,
                household,
                node.fields().encrypt(number, new Place("child", "id_number_cipher", child)),
                hashes.hash(),
                hashes.next(),
                node.fields().encrypt("12号", new Place("child", "residence_address_cipher", child)),
                author,
                author);
        return child;
    }

    void update(String sql, @Nullable Object... arguments) throws SQLException {
        update(connection, sql, arguments);
    }

    private static void update(Connection connection, String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        }
    }

    /** All rows, each as one text. */
    List<String> rows(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select r::text from (" + sql + ") r");
                ResultSet found = statement.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        pool.closeAndAwait();
        TestDatabase.drop(address);
    }
}
