package org.shouwang.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.shouwang.platform.backup.Restore;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.database.Jdbc;

/** The database that the settings name, looked at before the application framework does, which would answer with pages. */
final class GivenDatabase {

    private static final int OLDEST_MAJOR = 15;

    private GivenDatabase() {}

    static DatabaseAddress address() {
        String url = Settings.DATABASE_URL.value().orElseThrow();
        return new DatabaseAddress(
                "jdbc:" + url,
                url,
                Settings.DATABASE_USERNAME.value().orElseThrow(),
                Settings.DATABASE_PASSWORD.value().orElseThrow());
    }

    /** Why no server can work on it, in one line; empty when one can. */
    static Optional<String> objection() {
        DatabaseAddress address = address();
        try {
            int major = major(address);
            if (major < OLDEST_MAJOR) {
                return Optional.of("The database " + address.reactiveUrl() + " is PostgreSQL " + major + "; version "
                        + OLDEST_MAJOR + " or newer is needed.");
            }
            return Restore.isUnfinished(address)
                    ? Optional.of("The database " + address.reactiveUrl()
                            + " holds half a restore that was broken off: run the command restore once more.")
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.of("The database " + address.reactiveUrl() + " cannot be used: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static int major(DatabaseAddress address) throws SQLException {
        try (Connection connection = Jdbc.connect(address)) {
            return connection.getMetaData().getDatabaseMajorVersion();
        }
    }
}
