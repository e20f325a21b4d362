package org.shouwang.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.database.Jdbc;

/** A connection of its own on which values print alike on every server, and on which no statement is too slow. */
final class CopyConnection implements AutoCloseable {

    private static final List<String> SETTINGS = List.of(
            "set application_name = 'shouwang-backup'",
            "set statement_timeout = 0",
            "set idle_in_transaction_session_timeout = 0",
            "select set_config(name, '0', false) from pg_settings where name = 'transaction_timeout'",
            "set timezone = 'UTC'",
            "set datestyle = 'ISO, YMD'",
            "set intervalstyle = 'postgres'",
            "set bytea_output = 'hex'",
            "set extra_float_digits = 3",
            // Otherwise a second reading may begin in the middle of a table.
            "set synchronize_seqscans = off",
            // Rows that a policy hides must fail a backup, not be left out of it.
            "set row_security = off");

    private static final String ALONE = "set lock_timeout = '5s';"
            + " select pg_advisory_lock(hashtextextended('org.shouwang.backup', 0)); set lock_timeout = '30s'";

    private static final String LOCKED = "55P03";

    private final Connection connection;

    private CopyConnection(Connection connection) {
        this.connection = connection;
    }

    static CopyConnection open(DatabaseAddress address) throws SQLException {
        CopyConnection copy = new CopyConnection(Jdbc.connect(address));
        for (String setting : SETTINGS) {
            copy.execute(setting);
        }
        return copy;
    }

    /**
     * The same, for the one backup or restore that a database may have at a time. The lock of one that just ended or was
     * killed may last a moment longer than its connection.
     *
     * @throws BackupUnderWayException when another one is under way
     */
    static CopyConnection alone(DatabaseAddress address) throws SQLException {
        CopyConnection connection = open(address);
        try {
            connection.execute(ALONE);
            return connection;
        } catch (SQLException e) {
            connection.close();
            if (LOCKED.equals(e.getSQLState())) {
                throw new BackupUnderWayException(e);
            }
            throw e;
        }
    }

    Connection jdbc() {
        return connection;
    }

    /** Answers how many rows there were. */
    long copyOut(String table, String columns, OutputStream to) throws SQLException, IOException {
        String sql = "copy " + table + " (" + columns + ") to stdout";
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, to);
    }

    long copyIn(String table, String columns, InputStream from) throws SQLException, IOException {
        String sql = "copy " + table + " (" + columns + ") from stdin";
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, from);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One row made into a value. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, RowReader<T> reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(reader.read(rows));
            }
            return values;
        }
    }

    boolean any(String sql) throws SQLException {
        return !list(sql, row -> true).isEmpty();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
