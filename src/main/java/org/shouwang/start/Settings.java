package org.shouwang.start;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a server needs from outside, as system property or environment variable. */
enum Settings {
    DATABASE_URL("shouwang.database.url", "a PostgreSQL of version 15 or newer: postgresql://host:port/database"),
    DATABASE_USERNAME("shouwang.database.username", "the role that owns the database"),
    DATABASE_PASSWORD("shouwang.database.password", "that role's password"),
    TOKEN_KEY("shouwang.keys.token", "32 bytes in URL-safe Base64 that sign access tokens"),
    ENCRYPTION_KEY("shouwang.keys.encryption", "a Tink AEAD key set (JSON) for encrypted fields"),
    HASH_KEY("shouwang.keys.hash", "32 bytes in URL-safe Base64 by which encrypted fields are found"),
    NEXT_HASH_KEY("shouwang.keys.hash-next", "the hash key that is being introduced, of the form of the present one"),
    PREVIOUS_HASH_KEY("shouwang.keys.hash-previous", "the hash key that is being left, of the form of the present one"),
    AUDIT_KEY("shouwang.keys.audit", "32 bytes in URL-safe Base64 that chain the seals of the trails"),
    BACKUP_FOLDER("shouwang.backup.folder", "the folder that backups are written to"),
    BACKUP_KEEP("shouwang.backup.keep", "days for which backups are kept"),
    FILES_FOLDER("shouwang.files.folder", "the folder of files"),
    LOG_FOLDER("shouwang.log.folder", "the folder for log files");

    /** Without these there is no database. */
    static final Set<Settings> DATABASE = Set.of(DATABASE_URL, DATABASE_USERNAME, DATABASE_PASSWORD);

    /** Without these no server starts. */
    static final Set<Settings> REQUIRED =
            Set.of(DATABASE_URL, DATABASE_USERNAME, DATABASE_PASSWORD, TOKEN_KEY, ENCRYPTION_KEY, HASH_KEY, AUDIT_KEY);

    private final String property;
    private final String meaning;

    Settings(String property, String meaning) {
        this.property = property;
        this.meaning = meaning;
    }

    String property() {
        return property;
    }

    Optional<String> value() {
        return Optional.ofNullable(System.getProperty(property, System.getenv(variable())))
                .filter(value -> !value.isBlank());
    }

    Optional<Path> path() {
        return value().map(Path::of);
    }

    /** Sets it for this run unless it was given from outside. */
    void provide(String value) {
        if (value().isEmpty()) {
            System.setProperty(property, value);
        }
    }

    /** One line for each of these that is missing. */
    static List<String> missing(Set<Settings> needed) {
        return Arrays.stream(values())
                .filter(needed::contains)
                .filter(setting -> setting.value().isEmpty())
                .map(setting -> setting.variable() + " is not set: " + setting.meaning)
                .toList();
    }

    /** The line for a value that cannot be right; the value may be a secret and is not in it. */
    String refusal() {
        return variable() + " is not what it must be: " + meaning;
    }

    /** Its name in the environment. */
    String variable() {
        return property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
