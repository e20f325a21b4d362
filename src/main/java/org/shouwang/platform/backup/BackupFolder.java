package org.shouwang.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.database.OnDisk;

/** Where backups lie, named by the local time of their snapshot. A file under a final name is whole. */
public record BackupFolder(Path path) {

    /** For how many days backups are kept unless told otherwise. */
    public static final int KEEP_DAYS = 14;

    static final String PARTIAL = ".partial";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'shouwang-'uuuuMMdd'-'HHmmss'.zip'", Locale.ROOT);

    /** Makes the folder and removes what a killed backup left. */
    void prepare() throws IOException {
        Files.createDirectories(path);
        for (Path file : files()) {
            if (file.toString().endsWith(PARTIAL)) {
                Files.delete(file);
            }
        }
    }

    Path aside() {
        return path.resolve("shouwang" + PARTIAL);
    }

    /** Gives a whole backup its name. */
    Path place(Path aside, Manifest manifest) throws IOException {
        Path file = path.resolve(name(Instant.parse(manifest.madeAt())));
        if (Files.exists(file)) {
            throw new BackupException("There is a backup of this very second: " + file);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        OnDisk.flush(path);
        return file;
    }

    /** Removes backups made more than so many days before this one. */
    void prune(Manifest newest, int keepDays) throws IOException {
        Instant oldest = Instant.parse(newest.madeAt()).minus(Duration.ofDays(keepDays));
        for (Path file : files()) {
            if (isOlder(file.getFileName().toString(), oldest)) {
                Files.delete(file);
            }
        }
    }

    static String name(Instant madeAt) {
        return NAME.format(LocalDateTime.ofInstant(madeAt, LocalDays.ZONE));
    }

    /** False also for files that are no backups of ours. */
    static boolean isOlder(String name, Instant oldest) {
        return madeAt(name).filter(oldest::isAfter).isPresent();
    }

    private static Optional<Instant> madeAt(String name) {
        try {
            LocalDateTime local = LocalDateTime.parse(name, NAME);
            return Optional.of(local.atZone(LocalDays.ZONE).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }
}
