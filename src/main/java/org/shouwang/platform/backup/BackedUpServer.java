package org.shouwang.platform.backup;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouwang.platform.database.DatabaseAddress;

/** What this server keeps, and where. */
@Singleton
class BackedUpServer {

    private final DatabaseAddress database;
    private final FilesConfig config;

    BackedUpServer(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String jdbcUrl,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String reactiveUrl,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password,
            FilesConfig config) {
        this.database = new DatabaseAddress(jdbcUrl, reactiveUrl, username, password);
        this.config = config;
    }

    DatabaseAddress database() {
        return database;
    }

    Optional<Path> files() {
        return config.folder();
    }
}
