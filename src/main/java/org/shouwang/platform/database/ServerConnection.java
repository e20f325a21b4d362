package org.shouwang.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The administrator's connection to a server on this machine. */
final class ServerConnection implements AutoCloseable {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String STARTING_OR_STOPPING = "57P03";
    private static final String NOT_REACHABLE = "08001";

    private final Connection connection;

    private ServerConnection(Connection connection) {
        this.connection = connection;
    }

    static ServerConnection open(ServerAccess access) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ServerAccess.ADMIN);
        properties.setProperty("password", access.adminPassword());
        properties.setProperty("sslmode", "disable");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "60");
        return new ServerConnection(
                Jdbc.connect("jdbc:postgresql://127.0.0.1:" + access.port() + "/postgres", properties));
    }

    static boolean isWrongPassword(SQLException failure) {
        return WRONG_PASSWORD.equals(failure.getSQLState());
    }

    static boolean mayPass(SQLException failure) {
        String state = failure.getSQLState();
        return STARTING_OR_STOPPING.equals(state) || NOT_REACHABLE.equals(state);
    }

    boolean serves(Path cluster) throws SQLException {
        return Path.of(text("SHOW data_directory")).equals(cluster);
    }

    /** Makes the application's role and database where a first start did not come so far. */
    void ensureDatabase(ServerAccess access) throws SQLException {
        if (number("SELECT count(*) FROM pg_database WHERE datname = '" + ServerAccess.DATABASE + "'") > 0) {
            return;
        }
        if (number("SELECT count(*) FROM pg_roles WHERE rolname = '" + ServerAccess.OWNER + "'") == 0) {
            execute("CREATE ROLE " + ServerAccess.OWNER + " LOGIN CREATEDB PASSWORD '" + access.password() + "'");
        }
        execute("CREATE DATABASE " + ServerAccess.DATABASE + " OWNER " + ServerAccess.OWNER);
    }

    /** How many clients are connected, this connection not counted. */
    int otherClients() throws SQLException {
        return number("SELECT count(*) FROM pg_stat_activity"
                + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) throws SQLException {
        return Integer.parseInt(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
