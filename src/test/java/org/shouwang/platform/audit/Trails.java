package org.shouwang.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.testsupport.Sql;

/** Rows of the trail of changes, written past the application as its own would be. */
final class Trails {

    private Trails() {}

    static UUID change(DataSource database, Instant at) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return change(connection, at);
        }
    }

    static UUID change(Connection connection, Instant at) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into audit (id, at, action, subject_type) values (?, ?, 'test.seal', 'Test')")) {
            insert.setObject(1, id);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        return id;
    }

    /** The same without a look at the epochs, which the test may have locked. */
    static UUID changeInEpoch(Connection connection, Instant at, long epoch) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into audit (id, at, action, subject_type, position)
                values (?, ?, 'test.seal', 'Test', ? * (1::bigint << 48) + pg_current_xact_id()::text::bigint)
                """)) {
            insert.setObject(1, id);
            insert.setObject(2, at.atOffset(ZoneOffset.UTC));
            insert.setLong(3, epoch);
            insert.executeUpdate();
        }
        return id;
    }

    static void manyChanges(DataSource database, int rows) throws SQLException {
        Sql.update(database, """
                insert into audit (id, at, action, subject_type)
                select gen_random_uuid(), now(), 'test.seal', 'Test' from generate_series(1, ?)
                """, rows);
    }

    /** Whoever asks for the horizon waits until this transaction ends. */
    static void lockEpochs(Connection gate) throws SQLException {
        gate.prepareStatement("lock table epoch in access exclusive mode").execute();
    }

    /** How many wait; asked by the one who keeps them waiting, since the pool has few connections. */
    static long waitForEpochs(Connection gate) throws SQLException {
        try (Statement statement = gate.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from pg_locks where relation = 'epoch'::regclass and not granted")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static long waitForRows(DataSource database) throws SQLException {
        return Sql.number(database, "select count(*) from pg_locks where relation = 'audit'::regclass and not granted");
    }

    /** Where the last seal of the changes ends. */
    static long sealedTo(DataSource database) throws SQLException {
        return Sql.number(database, "select coalesce(max(to_position), 0) from audit_seal where table_name = 'audit'");
    }

    static long position(DataSource database, UUID id) throws SQLException {
        return Sql.number(database, "select position from audit where id = ?", id);
    }
}
