package org.shouwang.platform.database;

/**
 * Where a database is and who may use it.
 *
 * @param jdbcUrl URL for JDBC drivers, without user and password
 * @param reactiveUrl the same database for the Vert.x client
 * @param username the role that owns the database
 * @param password that role's password; never printed
 */
public record DatabaseAddress(String jdbcUrl, String reactiveUrl, String username, String password) {

    static DatabaseAddress onLoopback(int port, String database, String username, String password) {
        String location = "postgresql://127.0.0.1:" + port + "/" + database;
        return new DatabaseAddress("jdbc:" + location, location, username, password);
    }

    /** The same role's address of another database on the same server. */
    public DatabaseAddress database(String name) {
        return new DatabaseAddress(renamed(jdbcUrl, name), renamed(reactiveUrl, name), username, password);
    }

    private static String renamed(String url, String name) {
        int parameters = url.indexOf('?') < 0 ? url.length() : url.indexOf('?');
        return url.substring(0, url.lastIndexOf('/', parameters) + 1) + name + url.substring(parameters);
    }

    @Override
    public String toString() {
        return "DatabaseAddress[" + reactiveUrl + ", username=" + username + ", password=***]";
    }
}
