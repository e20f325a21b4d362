package org.shouwang.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    /** Where the last seal of the changes ends. */
    static long sealedTo(DataSource database) throws SQLException {
        return Sql.number(database, "select coalesce(max(to_position), 0) from audit_seal where table_name = 'audit'");
    }

    static long position(DataSource database, UUID id) throws SQLException {
        return Sql.number(database, "select position from audit where id = ?", id);
    }
}
