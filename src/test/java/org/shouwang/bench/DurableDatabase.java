package org.shouwang.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.database.Durability;
import org.shouwang.platform.database.EmbeddedDatabase;
import org.shouwang.testsupport.TestDatabase;

/** A PostgreSQL whose commits are durable, as in production, and that can be asked which statements it was sent. */
final class DurableDatabase implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "bench-database").toAbsolutePath();

    /** Statements go into one file, as JSON. */
    private static final List<String> LOGGED = List.of(
            "logging_collector = on",
            "log_destination = 'jsonlog'",
            "log_filename = 'statements.log'",
            "log_rotation_age = 0",
            "log_rotation_size = 0");

    private final DatabaseAddress address;
    private final Connection operator;
    private long read;

    private DurableDatabase(DatabaseAddress address, Connection operator) {
        this.address = address;
        this.operator = operator;
    }

    static DurableDatabase start() throws IOException, SQLException {
        remove();
        DatabaseAddress first = EmbeddedDatabase.start(FOLDER, TestDatabase.programs(), Durability.DURABLE);
        try (Connection operator = operator(first);
                Statement statement = operator.createStatement()) {
            for (String setting : LOGGED) {
                statement.execute("alter system set " + setting);
            }
        }
        EmbeddedDatabase.stop(FOLDER, Durability.DURABLE);
        DatabaseAddress address = EmbeddedDatabase.start(FOLDER, TestDatabase.programs(), Durability.DURABLE);
        DurableDatabase database = new DurableDatabase(address, operator(address));
        if (!database.text("show fsync").equals("on")
                || !database.text("show synchronous_commit").equals("on")) {
            throw new IllegalStateException("commits would not be durable");
        }
        return database;
    }

    /** A database of its own in the same cluster, and whoever may do anything there. */
    record Another(DatabaseAddress address, Connection operator) implements AutoCloseable {

        @Override
        public void close() throws SQLException {
            operator.close();
        }
    }

    Another another(String name) throws IOException, SQLException {
        execute("create database " + name + " owner " + address.username());
        return new Another(address.database(name), operator(address.database(name)));
    }

    private static Connection operator(DatabaseAddress address) throws IOException, SQLException {
        Properties access = new Properties();
        try (Reader file = Files.newBufferedReader(FOLDER.resolve("access.properties"))) {
            access.load(file);
        }
        return DriverManager.getConnection(address.jdbcUrl(), "postgres", access.getProperty("admin-password"));
    }

    DatabaseAddress address() {
        return address;
    }

    Connection operator() {
        return operator;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = operator.createStatement()) {
            statement.execute(sql);
        }
    }

    String text(String sql) throws SQLException {
        try (Statement statement = operator.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    /** The statements of the application from here on are logged with what they took, until {@link #quiet}. */
    void log() throws SQLException {
        execute("alter system set log_min_duration_statement = 0");
        execute("select pg_reload_conf()");
        Awaitility.await().until(() -> text("show log_min_duration_statement").equals("0"));
    }

    void quiet() throws SQLException {
        execute("alter system reset log_min_duration_statement");
        execute("select pg_reload_conf()");
    }

    /** What the application sent since this was asked last. */
    List<LoggedStatement> logged() throws IOException {
        byte[] all = Files.readAllBytes(FOLDER.resolve("cluster/log/statements.json"));
        List<LoggedStatement> news = LoggedStatement.read(all, read);
        read = all.length;
        return news;
    }

    /** Of the server and of all its processes. */
    double cpuMillis() {
        return Cpu.millisOfTree(postmaster());
    }

    private static long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(FOLDER.resolve("cluster/postmaster.pid"))
                    .get(0)
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        operator.close();
        EmbeddedDatabase.stop(FOLDER, Durability.DURABLE);
        remove();
    }

    private static void remove() throws IOException {
        if (!Files.exists(FOLDER)) {
            return;
        }
        EmbeddedDatabase.stop(FOLDER, Durability.DURABLE);
        try (Stream<Path> entries = Files.walk(FOLDER)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        }
    }
}
