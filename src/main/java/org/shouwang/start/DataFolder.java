package org.shouwang.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import org.shouwang.platform.backup.Backup;
import org.shouwang.platform.backup.Restore;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.database.EmbeddedDatabase;
import org.shouwang.platform.secret.NewKeys;
import org.shouwang.sync.RestoredEpoch;

/** The folder that dev mode keeps everything in: a PostgreSQL server and the keys. Both outlive the process. */
final class DataFolder {

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
            for (Settings key : new Settings[] {Settings.TOKEN_KEY, Settings.ENCRYPTION_KEY, Settings.HASH_KEY}) {
                key.provide(keys.getProperty(key.property()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the keys in " + folder.toAbsolutePath() + " cannot be read or written", e);
        }
    }

    private Properties keys() throws IOException {
        Path file = folder.resolve("keys.properties");
        if (!Files.exists(file)) {
            create(file);
        }
        Properties keys = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in);
        }
        return keys;
    }

    /** Written aside and renamed, so that a killed process leaves no half of a key behind. */
    private void create(Path file) throws IOException {
        Files.createDirectories(folder);
        Properties keys = new Properties();
        keys.setProperty(Settings.TOKEN_KEY.property(), NewKeys.symmetric());
        keys.setProperty(Settings.ENCRYPTION_KEY.property(), NewKeys.encryption());
        keys.setProperty(Settings.HASH_KEY.property(), NewKeys.symmetric());
        Path draft = Files.createTempFile(
                folder,
                "keys",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(draft)) {
            keys.store(out, "Losing these keys loses the encrypted numbers.");
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another process was first: its keys are used
        } finally {
            Files.delete(draft);
        }
    }
}
