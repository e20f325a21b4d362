package org.shouwang.platform.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * Connections of one's own, before and beside the application's pools. Their exceptions say what went wrong, not with which
 * row: a detail of PostgreSQL's quotes the values.
 */
public final class Jdbc {

    private static final String NOT_REACHABLE = "08001";

    /** Not from {@code DriverManager}, which knows only the drivers of the class loader that asked first. */
    private static final Driver DRIVER = ServiceLoader.load(Driver.class, Jdbc.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .filter(driver -> driver.getClass().getName().equals("org.postgresql.Driver"))
            .findFirst()
            .orElseThrow();

    private Jdbc() {}

    /** Waits at most ten seconds for the server, and then for as long as a statement takes. */
    public static Connection connect(DatabaseAddress address) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.username());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", "10");
        return connect(address.jdbcUrl(), properties);
    }

    static Connection connect(String url, Properties properties) throws SQLException {
        properties.setProperty("logServerErrorDetail", "false");
        Connection connection = DRIVER.connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not know the address " + url, NOT_REACHABLE);
        }
        return connection;
    }
}
