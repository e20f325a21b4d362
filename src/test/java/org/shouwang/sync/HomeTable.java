package org.shouwang.sync;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;

/** Children's homes written past the application, so that a test holds the transactions in its own hands. */
public final class HomeTable {

    private static final AtomicLong CODE = new AtomicLong();

    private HomeTable() {}

    /** A connection of its own, with a transaction that ends when the test says so. */
    public static Connection transaction() throws SQLException {
        Connection connection = DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class),
                ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class),
                ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class));
        connection.setAutoCommit(false);
        return connection;
    }

    public static void insert(Connection transaction, UUID id, long village) throws SQLException {
        run(transaction, """
                insert into childrens_home (id, area_code, recorded_area_code, name, home_code, address, home_type, opened_on,
                    status, indoor_m2, zones, functions, request_hash, created_at, created_by, updated_at, updated_by)
                select ?, ?, ?, '儿童之家', (900000000000000 + ?)::text, '村委会院内', 'VILLAGE', '2024-09-01', 'OPEN', 20,
                    '{PLAY,READING}', '{GAME}', '', now(), w.id, now(), w.id
                from worker w order by w.number limit 1
                """, id, village, village, CODE.incrementAndGet());
    }

    static void rename(Connection transaction, UUID id) throws SQLException {
        run(transaction, "update childrens_home set name = name || '新' where id = ?", id);
    }

    public static void move(Connection transaction, UUID id, long village) throws SQLException {
        run(transaction, "update childrens_home set area_code = ? where id = ?", village, id);
    }

    static void delete(Connection transaction, UUID id) throws SQLException {
        run(transaction, "delete from childrens_home where id = ?", id);
    }

    /** The first village of a town by code. */
    static long firstVillage(Connection connection, long town) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select min(code) from area where level = 'VILLAGE' and code between ? and ? + 999")) {
            query.setLong(1, town);
            query.setLong(2, town);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    /** What is committed now within a range of codes: the version of each home. */
    static Map<UUID, Integer> committed(Connection connection, long from, long to) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select id, version from childrens_home where area_code >= ? and area_code < ?")) {
            query.setLong(1, from);
            query.setLong(2, to);
            ResultSet rows = query.executeQuery();
            Map<UUID, Integer> versions = new HashMap<>();
            while (rows.next()) {
                versions.put(rows.getObject(1, UUID.class), rows.getInt(2));
            }
            connection.commit();
            return versions;
        }
    }

    private static void run(Connection transaction, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
