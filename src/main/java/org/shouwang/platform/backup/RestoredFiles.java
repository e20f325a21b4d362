package org.shouwang.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import org.shouwang.platform.backup.Manifest.Part;
import org.shouwang.platform.database.OnDisk;

/** The files of a backup on their way back: missing ones are written, equal ones stay, different ones are never replaced. */
record RestoredFiles(BackupFile backup, Path folder) {

    private static final String PREFIX = "files/";

    static RestoredFiles of(BackupFile backup, Optional<Path> folder) {
        if (folder.isEmpty() && !backup.manifest().files().isEmpty()) {
            throw new BackupException("The backup holds files: set SHOUWANG_FILES_FOLDER to where they go.");
        }
        return new RestoredFiles(
                backup, folder.orElse(Path.of("")).toAbsolutePath().normalize());
    }

    /** Before anything is written: no file there would have to be replaced. */
    void check() throws IOException {
        for (Part part : backup.manifest().files()) {
            Path file = target(part);
            if (Files.exists(file) && !holds(file, part)) {
                throw new BackupException("The file " + file + " is there already and differs from the backup's.");
            }
        }
    }

    void write() throws IOException {
        for (Part part : backup.manifest().files()) {
            Path file = target(part);
            if (!Files.exists(file)) {
                write(part, file);
            }
        }
    }

    private void write(Part part, Path file) throws IOException {
        Path parent = Objects.requireNonNull(file.getParent());
        Files.createDirectories(parent);
        Path aside = Files.createTempFile(parent, ".restoring-", null);
        try (InputStream in = backup.open(part);
                OutputStream out = Files.newOutputStream(aside)) {
            in.transferTo(out);
        }
        if (!holds(aside, part)) {
            throw new BackupException("The file " + file + " could not be written as it was.");
        }
        OnDisk.flush(aside);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        OnDisk.flush(parent);
    }

    private Path target(Part part) {
        Path file = folder.resolve(part.entry().substring(PREFIX.length())).normalize();
        if (!part.entry().startsWith(PREFIX) || !file.startsWith(folder)) {
            throw new BackupException("The backup names a file outside of its folder: " + part.entry());
        }
        return file;
    }

    private static boolean holds(Path file, Part part) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Checked.through(in).part(part.entry()).equals(part);
        }
    }
}
