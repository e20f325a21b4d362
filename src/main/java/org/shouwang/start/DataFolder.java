package org.shouwang.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.shouwang.platform.backup.Backup;
import org.shouwang.platform.backup.Restore;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.database.EmbeddedDatabase;
import org.shouwang.platform.secret.NewKeys;
import org.shouwang.sync.RestoredEpoch;

/** The folder that dev mode keeps everything in: a PostgreSQL server and the keys. Both outlive the process. */
final class DataFolder {

    private static final Map<Settings, Supplier<String>> KEYS = Map.of(
            Settings.TOKEN_KEY, NewKeys::symmetric,
            Settings.ENCRYPTION_KEY, NewKeys::encryption,
            Settings.HASH_KEY, NewKeys::symmetric,
            Settings.AUDIT_KEY, NewKeys::symmetric);

    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    /** Provides what was not given from outside. */
    void provide() {
        provideKeys();
        if (Settings.DATABASE_URL.value().isEmpty()) {
            DatabaseAddress database = EmbeddedDatabase.start(folder.resolve("database"), DataFolder::copy);
            Settings.DATABASE_URL.provide(database.reactiveUrl());
            Settings.DATABASE_USERNAME.provide(database.username());
            Settings.DATABASE_PASSWORD.provide(database.password());
        }
    }

    /** Through a backup, whose every row is compared after it was restored. */
    private static void copy(DatabaseAddress from, DatabaseAddress to, Path scratch) {
        Path file = scratch.resolve("upgrade.zip");
        new Backup(from, Optional.empty(), Optional.empty()).as(file);
        new Restore(to, Optional.empty(), RestoredEpoch::open).run(file);
    }

    private void provideKeys() {
        try {
            Properties keys = keys();
            KEYS.forEach((key, maker) -> key.provide(keys.getProperty(key.property())));
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + folder.toAbsolutePath() + " cannot be read or written", e);
        }
    }

    /** The keys of this folder; those that it lacks are made and kept. */
    Properties keys() throws IOException {
        Path file = folder.resolve("keys.properties");
        if (!Files.exists(file)) {
            Path draft = draft(with(new Properties()));
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException e) {
                // another process was first: its keys are used
            } finally {
                Files.delete(draft);
            }
        }
        Properties keys = read(file);
        return KEYS.keySet().stream().allMatch(key -> keys.containsKey(key.property())) ? keys : complete(file);
    }

    /** A folder from before a key was needed gets it; one process at a time, or each would work with another. */
    private Properties complete(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve("keys.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("the lock file keys.lock cannot be locked");
            }
            Properties keys = with(read(file));
            Files.move(draft(keys), file, StandardCopyOption.ATOMIC_MOVE);
            return keys;
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties keys = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in);
        }
        return keys;
    }

    /** These keys, and a new one for each that is missing. */
    private static Properties with(Properties keys) {
        KEYS.forEach((key, maker) -> keys.computeIfAbsent(key.property(), name -> maker.get()));
        return keys;
    }

    /** Written aside, to be linked or renamed, so that a killed process leaves no half of a key behind. */
    private Path draft(Properties keys) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(
                folder,
                "keys",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(draft)) {
            keys.store(out, "Losing these keys loses the encrypted numbers.");
        }
        return draft;
    }
}
