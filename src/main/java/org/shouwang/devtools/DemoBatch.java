package org.shouwang.devtools;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one table, inserted together. */
final class DemoBatch implements AutoCloseable {

    private final PreparedStatement insert;

    DemoBatch(Connection connection, String table, String... columns) throws SQLException {
        this.insert = connection.prepareStatement("insert into " + table + " (" + String.join(", ", columns)
                + ") values (" + String.join(", ", Collections.nCopies(columns.length, "?")) + ")");
    }

    void add(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, column(values[i]));
        }
        insert.addBatch();
    }

    private @Nullable Object column(@Nullable Object value) throws SQLException {
        if (value instanceof Instant moment) {
            return moment.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof List<?> codes) {
            return insert.getConnection().createArrayOf("text", codes.toArray());
        }
        return value;
    }

    void insert() throws SQLException {
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
