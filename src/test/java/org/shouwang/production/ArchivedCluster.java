package org.shouwang.production;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.database.Durability;
import org.shouwang.platform.database.EmbeddedDatabase;
import org.shouwang.testsupport.TestDatabase;

/**
 * A PostgreSQL cluster of its own that archives its log, as its operator backs it up and brings it back.
 *
 * @param operator address of the application's database, with all rights
 */
record ArchivedCluster(Path folder, DatabaseAddress address, DatabaseAddress operator) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a copy of a running cluster must not hold (PostgreSQL manual, 25.3.4). */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "pg_wal");

    static ArchivedCluster start(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("archive"));
        ArchivedCluster fresh = startOn(folder);
        fresh.run("alter system set archive_mode = on");
        fresh.run("alter system set archive_command = 'cp %%p %s/%%f'".formatted(fresh.folder.resolve("archive")));
        EmbeddedDatabase.stop(folder, Durability.DISPOSABLE);
        return startOn(folder);
    }

    /** The cluster that stands in the folder; it is ready when its recovery has ended. */
    static ArchivedCluster startOn(Path folder) throws IOException {
        DatabaseAddress address = EmbeddedDatabase.start(folder, TestDatabase.programs(), Durability.DISPOSABLE);
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> Tables.text(
                        address, "select pg_is_in_recovery()")
                .equals("f"));
        Properties access = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("access.properties"))) {
            access.load(file);
        }
        return new ArchivedCluster(
                folder.toRealPath(),
                address,
                new DatabaseAddress(
                        address.jdbcUrl(), address.reactiveUrl(), "postgres", access.getProperty("admin-password")));
    }

    /** Copies the running cluster, with the log that makes the copy whole. */
    Path baseBackup(Path copy) throws IOException, SQLException {
        Files.createDirectories(
                copy.resolve("cluster"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.copy(folder.resolve("access.properties"), copy.resolve("access.properties"));
        try (Connection connection = Tables.connect(operator);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('base', true)");
            copy(folder.resolve("cluster"), copy.resolve("cluster"), NOT_COPIED);
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                label.next();
                Files.writeString(copy.resolve("cluster/backup_label"), label.getString(1));
            }
        }
        copy(folder.resolve("cluster/pg_wal"), copy.resolve("cluster/pg_wal"), Set.of());
        return copy;
    }

    /** Gives this moment of the log a name. */
    void name(String moment) {
        Tables.text(operator, "select pg_create_restore_point('%s')".formatted(moment));
    }

    /** The log up to now is in the archive. */
    void archive() {
        String segment = Tables.text(operator, "select pg_walfile_name(pg_switch_wal())");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Files.exists(folder.resolve("archive").resolve(segment)));
    }

    /** The copy, brought forward from this cluster's archive to a named moment. */
    ArchivedCluster recovered(Path copy, String moment) throws IOException {
        Files.writeString(
                copy.resolve("cluster/postgresql.auto.conf"),
                """
                archive_mode = off
                restore_command = 'cp %s/%%f %%p'
                recovery_target_name = '%s'
                recovery_target_action = promote
                """.formatted(folder.resolve("archive"), moment),
                UTF_8,
                StandardOpenOption.APPEND);
        Files.createFile(copy.resolve("cluster/recovery.signal"));
        return startOn(copy);
    }

    /** All but its archive is gone. */
    void lose() {
        EmbeddedDatabase.stop(folder, Durability.DISPOSABLE);
    }

    private void run(String statement) {
        Tables.execute(operator, statement);
    }

    private static void copy(Path from, Path to, Set<String> without) throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.walk(from)) {
            entries = all.filter(entry ->
                            !without.contains(from.relativize(entry).getName(0).toString()))
                    .toList();
        }
        for (Path entry : entries) {
            Path target = to.resolve(from.relativize(entry));
            if (Files.isDirectory(entry)) {
                Files.createDirectories(target);
            } else {
                copyUnlessGone(entry, target);
            }
        }
    }

    /** A running server removes files as it goes. */
    private static void copyUnlessGone(Path entry, Path target) {
        try {
            Files.copy(entry, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException gone) {
            // its removal stands in the log
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        EmbeddedDatabase.stop(folder, Durability.DISPOSABLE);
    }
}
