package org.shouwang.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.database.OnDisk;

/**
 * Makes backups of one server. Only one is made of a database at a time.
 *
 * @param files the folder of files, if the server has one
 * @param sealedKeys the keys as escrow takes them; without them a backup is worth little after the keys are lost
 */
public record Backup(DatabaseAddress database, Optional<Path> files, Optional<byte[]> sealedKeys) {

    /** What an operator must be told of a backup without sealed keys. */
    public static final String WITHOUT_KEYS =
            "This backup holds no sealed keys: if the keys of today are lost, so are all numbers and addresses in it.";

    private static final int BUFFER = 1 << 16;

    private static final String RECORD = """
            insert into backup (file, made_at, bytes, row_count) values ('%s', '%s', %d, %d)
            """;

    private static final String CAN_RECORD = "select 1 where to_regclass('backup') is not null";

    /** A backup that was read again and found whole. */
    public record Made(Path file, long bytes, Manifest manifest) {}

    /**
     * Makes one in the folder, and only then removes those that are older than the days to keep.
     *
     * @throws BackupException when none could be made; nothing that looks like a backup is left then
     */
    public Made into(BackupFolder folder, int keepDays) {
        try (CopyConnection connection = CopyConnection.alone(database)) {
            folder.prepare();
            Path aside = folder.aside();
            Manifest manifest = write(connection, aside);
            Path file = folder.place(aside, manifest);
            Made made = new Made(file, Files.size(file), manifest);
            record(connection, made);
            folder.prune(manifest, keepDays);
            return made;
        } catch (IOException | SQLException e) {
            throw new BackupException("The backup failed: " + e.getMessage(), e);
        }
    }

    /** Makes one as exactly this file, which appears only when it is whole. */
    public Made as(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + BackupFolder.PARTIAL);
        try (CopyConnection connection = CopyConnection.alone(database)) {
            Manifest manifest = write(connection, aside);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            OnDisk.flush(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            return new Made(file, Files.size(file), manifest);
        } catch (IOException | SQLException e) {
            throw new BackupException("The backup failed: " + e.getMessage(), e);
        }
    }

    private Manifest write(CopyConnection connection, Path aside) throws IOException, SQLException {
        OnDisk.createPrivate(aside);
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            new Dump(connection, files, sealedKeys).writeTo(out);
            out.flush();
            channel.force(true);
        }
        try (BackupFile written = BackupFile.open(aside)) {
            written.verify();
            return written.manifest();
        }
    }

    /** What all nodes learn its age from. A schema from before there was such a table is backed up all the same. */
    private static void record(CopyConnection connection, Made made) throws SQLException {
        if (connection.any(CAN_RECORD)) {
            connection.execute(RECORD.formatted(
                    made.file().getFileName(),
                    made.manifest().madeAt(),
                    made.bytes(),
                    made.manifest().rows()));
        }
    }
}
