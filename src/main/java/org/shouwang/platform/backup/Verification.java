package org.shouwang.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.database.DatabaseAddress;

/** Whether a backup would serve if it were needed. */
public final class Verification {

    private static final String MAY_CREATE =
            "select 1 from pg_roles where rolname = current_user and (rolcreatedb or rolsuper)";

    private Verification() {}

    /**
     * Reads all of it.
     *
     * @throws BackupException when it is not whole
     */
    public static Manifest read(Path file) {
        try (BackupFile backup = BackupFile.open(file)) {
            backup.verify();
            return backup.manifest();
        } catch (IOException e) {
            throw new BackupException("The backup cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Restores it into a new database of the same server and into a new folder, and drops both.
     *
     * @return false when the role may not make databases
     */
    public static boolean restoreOnTrial(Path file, DatabaseAddress server) {
        String name = "shouwang_trial_" + UUID.randomUUID().toString().substring(0, 8);
        try (CopyConnection connection = CopyConnection.open(server)) {
            if (!connection.any(MAY_CREATE)) {
                return false;
            }
            Path files = Files.createTempDirectory(name);
            connection.execute("create database " + name);
            try {
                new Restore(server.database(name), Optional.of(files), restored -> {}).run(file);
                return true;
            } finally {
                connection.execute("drop database " + name + " with (force)");
                delete(files);
            }
        } catch (IOException | SQLException e) {
            throw new BackupException("The backup could not be restored on trial: " + e.getMessage(), e);
        }
    }

    private static void delete(Path tree) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> entries = Files.walk(tree)) {
            deepestFirst = entries.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : deepestFirst) {
            Files.delete(entry);
        }
    }
}
