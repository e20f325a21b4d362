package org.shouwang.start;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a server needs from outside, as system property or environment variable. */
enum Settings {
    DATABASE_URL("shouwang.database.url", "a PostgreSQL of version 15 or newer: postgresql://host:port/database"),
    DATABASE_USERNAME("shouwang.database.username", "the role that owns the database"),
    DATABASE_PASSWORD("shouwang.database.password", "that role's password"),
    TOKEN_KEY("shouwang.keys.token", "32 bytes in URL-safe Base64 that sign access tokens"),
    ENCRYPTION_KEY("shouwang.keys.encryption", "a Tink AEAD key set (JSON) for encrypted fields"),
    HASH_KEY("shouwang.keys.hash", "32 bytes in URL-safe Base64 by which encrypted fields are found"),
    AUDIT_KEY("shouwang.keys.audit", "32 bytes in URL-safe Base64 that chain the seals of the trails");

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

    /** Sets it for this run unless it was given from outside. */
    void provide(String value) {
        if (value().isEmpty()) {
            System.setProperty(property, value);
        }
    }

    /** One line for each setting that is missing. */
    static List<String> missing() {
        return java.util.Arrays.stream(values())
                .filter(setting -> setting.value().isEmpty())
                .map(setting -> setting.variable() + " is not set: " + setting.meaning)
                .toList();
    }

    /** Its name in the environment. */
    String variable() {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
