package org.shouwang.platform.backup;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.platform.pool.Migrating;

/** The migrations of this program, run without the application framework. */
record Schema(DatabaseAddress database) {

    /** Refuses the version of a newer program. */
    void requireKnown(String version) {
        boolean known = Arrays.stream(flyway().load().info().all())
                .anyMatch(migration -> MigrationVersion.fromVersion(version).equals(migration.getVersion()));
        if (!known) {
            throw new BackupException("The backup is of schema version " + version
                    + ", which this program does not know: restore it with the release that made it, or a newer one.");
        }
    }

    void migrateTo(String version) {
        flyway().target(version).load().migrate();
    }

    /** Drops everything in the schema. */
    void clear() {
        flyway().cleanDisabled(false).load().clean();
    }

    private FluentConfiguration flyway() {
        return Migrating.waitingAs(Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database.jdbcUrl(), database.username(), database.password()));
    }
}
