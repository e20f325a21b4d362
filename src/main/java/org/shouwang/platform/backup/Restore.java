package org.shouwang.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.database.DatabaseAddress;

/**
 * Brings a backup into an empty database: first the schema of its version, then all rows in one transaction.
 *
 * <p>Until that transaction is committed, an empty schema with a name of its own marks the database as unfinished: no server
 * starts on it, and the next restore clears away what this one left.
 */
public final class Restore {

    private static final String UNFINISHED = "shouwang_restore_unfinished";
    private static final String IS_UNFINISHED = "select 1 where to_regnamespace('" + UNFINISHED + "') is not null";

    /** What must be true of the restored rows before anybody sees them. */
    public interface BeforeCommit {
        void run(Connection connection) throws SQLException;
    }

    private final DatabaseAddress database;
    private final Optional<Path> files;
    private final BeforeCommit beforeCommit;

    /**
     * @param files the folder of files; may be empty when the backup holds none
     * @param beforeCommit runs in the transaction that makes the rows visible, unless there is no schema
     */
    public Restore(DatabaseAddress database, Optional<Path> files, BeforeCommit beforeCommit) {
        this.database = database;
        this.files = files;
        this.beforeCommit = beforeCommit;
    }

    /** Whether a restore was begun here that never ended. */
    public static boolean isUnfinished(DatabaseAddress database) throws SQLException {
        try (CopyConnection connection = CopyConnection.open(database)) {
            return connection.any(IS_UNFINISHED);
        }
    }

    /**
     * Restores and compares; answers what was restored.
     *
     * @throws BackupException when the backup is damaged, the database is not empty, or the rows do not fit
     */
    public Manifest run(Path file) {
        try (BackupFile backup = BackupFile.open(file);
                CopyConnection connection = CopyConnection.alone(database)) {
            backup.verify();
            RestoredFiles restored = RestoredFiles.of(backup, files);
            restored.check();
            migrate(connection, backup.manifest().schemaVersion());
            restored.write();
            connection.execute("begin");
            new Load(connection, backup).run();
            if (backup.manifest().schemaVersion() != null) {
                beforeCommit.run(connection.jdbc());
            }
            connection.execute("drop schema " + UNFINISHED);
            connection.execute("commit");
            connection.execute("analyze");
            return backup.manifest();
        } catch (IOException | SQLException | FlywayException e) {
            throw new BackupException(
                    "The restore failed and changed nothing that a server would use: " + e.getMessage(), e);
        }
    }

    private void migrate(CopyConnection connection, @Nullable String version) throws SQLException {
        Schema schema = new Schema(database);
        if (version != null) {
            schema.requireKnown(version);
        }
        if (connection.any(IS_UNFINISHED)) {
            schema.clear();
        } else {
            requireEmpty(connection);
            connection.execute("create schema " + UNFINISHED);
        }
        if (version != null) {
            schema.migrateTo(version);
        }
    }

    private void requireEmpty(CopyConnection connection) throws SQLException {
        if (!new Catalogue(connection).isEmpty()) {
            throw new BackupException("The database " + database.reactiveUrl()
                    + " is not empty: restore into a new database, so that nothing is overwritten.");
        }
    }
}
