package org.shouwang.production;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.sync.simulation.Host;
import org.shouwang.testsupport.WorkerTable;

/** A packaged server on a database, both of which can be lost. */
final class PackagedHost implements Host.Mortal, AutoCloseable {

    private final Map<String, String> settings;
    private DatabaseAddress database;
    private PackagedServer server;

    PackagedHost(Map<String, String> settings, DatabaseAddress database) {
        this.settings = new HashMap<>(settings);
        this.database = database;
        this.server = PackagedServer.launch(settings).awaitReady();
    }

    @Override
    public URI address() {
        return URI.create(server.address());
    }

    @Override
    public Connection connect() throws SQLException {
        return Tables.connect(database);
    }

    @Override
    public WorkerTable.Keys keys() {
        return ProductionSettings.keys(settings);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public boolean plans() {
        return true;
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void start() {
        server = PackagedServer.launch(settings).awaitReady();
    }

    /** What the server runs with. */
    Map<String, String> settings() {
        return settings;
    }

    /** From its next start on, the server works on another database. */
    void moveTo(DatabaseAddress other) {
        database = other;
        settings.put("SHOUWANG_DATABASE_URL", other.reactiveUrl());
        settings.put("SHOUWANG_DATABASE_USERNAME", other.username());
        settings.put("SHOUWANG_DATABASE_PASSWORD", other.password());
    }

    @Override
    public void close() {
        server.close();
    }
}
