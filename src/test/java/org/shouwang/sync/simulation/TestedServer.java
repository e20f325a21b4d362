package org.shouwang.sync.simulation;

import io.restassured.RestAssured;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.ConfigProvider;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.WorkerTable;

/** The application that this test's process runs. */
final class TestedServer implements Host {

    private final Duration ahead = Duration.between(Instant.now(), Demo.now());

    @Override
    public URI address() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.datasource.username"),
                setting("quarkus.datasource.password"));
    }

    @Override
    public WorkerTable.Keys keys() {
        return new WorkerTable.Keys(setting("shouwang.keys.encryption"), setting("shouwang.keys.hash"));
    }

    @Override
    public Instant now() {
        return Instant.now().plus(ahead);
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
