package org.shouwang.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.database.Durability;
import org.shouwang.platform.database.EmbeddedDatabase;

/**
 * One throw-away PostgreSQL server for each test JVM, with as many databases as its tests ask for.
 *
 * <p>With {@code -Dtest.database=postgresql://host:port/postgres} and {@code .username}, {@code .password} it is a server that
 * runs already, of another version say; the role must be a superuser of it.
 *
 * <p>Class loaders share the server, because its folder is named by the process. Folders of killed runs are removed by
 * the next run.
 */
public final class TestDatabase {

    private static final Path ALL = Path.of("target", "test-database").toAbsolutePath();
    private static final Path BINARIES = ALL.resolve("programs");
    private static final String CLEAN_UP_MARK = "shouwang.test-database.clean-up";
    private static final String GIVEN = "test.database";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private TestDatabase() {}

    /** A new, empty database; one of the same name is dropped first. The name is lower-case letters, digits and _. */
    public static DatabaseAddress fresh(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        DatabaseAddress server = server();
        drop(server, name);
        execute(server, "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8'");
        return server.database(name);
    }

    /** Drops a database, cutting off who is still connected. */
    public static void drop(DatabaseAddress database) {
        String url = database.jdbcUrl();
        drop(server(), url.substring(url.lastIndexOf('/') + 1));
    }

    /** An autovacuum worker that is there may not be cut off; it is soon done. */
    private static void drop(DatabaseAddress server, String name) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isDropped(server, name));
    }

    private static boolean isDropped(DatabaseAddress server, String name) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            return true;
        } catch (SQLException e) {
            if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Where tests that start servers of their own find the unpacked programs. */
    public static Path programs() {
        return BINARIES;
    }

    private static DatabaseAddress server() {
        String given = System.getProperty(GIVEN);
        return given == null ? own() : given(given);
    }

    private static DatabaseAddress given(String url) {
        return new DatabaseAddress(
                "jdbc:" + url,
                url,
                System.getProperty(GIVEN + ".username", ""),
                System.getProperty(GIVEN + ".password", ""));
    }

    private static DatabaseAddress own() {
        Path own = ALL.resolve(Long.toString(ProcessHandle.current().pid()));
        synchronized (CLEAN_UP_MARK.intern()) {
            if (System.getProperty(CLEAN_UP_MARK) == null) {
                System.setProperty(CLEAN_UP_MARK, "true");
                leftBehind().forEach(TestDatabase::remove);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(own), "test-database-removal"));
            }
        }
        return EmbeddedDatabase.start(own, BINARIES, Durability.DISPOSABLE);
    }

    private static List<Path> leftBehind() {
        if (!Files.isDirectory(ALL)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(TestDatabase::isOfDeadProcess).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfDeadProcess(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches("\\d+")
                && (ProcessHandle.of(Long.parseLong(name)).isEmpty()
                        || name.equals(Long.toString(ProcessHandle.current().pid())));
    }

    private static void remove(Path folder) {
        if (Files.exists(folder) && EmbeddedDatabase.stop(folder, Durability.DISPOSABLE)) {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(DatabaseAddress database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connect(DatabaseAddress database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
