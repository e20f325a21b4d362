package org.shouwang.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.shouwang.production.PackagedServer;
import org.shouwang.production.ProductionSettings;
import org.shouwang.testsupport.WorkerTable;

/** The packaged server as in production on a durable database. */
final class BenchedServer implements AutoCloseable {

    private static final String HEAP = "512m";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DurableDatabase database;
    private final PackagedServer server;
    private final WorkerTable.Keys keys;

    private BenchedServer(DurableDatabase database, PackagedServer server, WorkerTable.Keys keys) {
        this.database = database;
        this.server = server;
        this.keys = keys;
    }

    /** Without background jobs, which would disturb both sides alike. */
    static BenchedServer start() throws IOException, SQLException {
        return start(Map.of("QUARKUS_SCHEDULER_ENABLED", "false"));
    }

    /** With what {@code -Dbench.java=} gives the server's Java, such as a flight recording. */
    static BenchedServer start(Map<String, String> more) throws IOException, SQLException {
        DurableDatabase database = DurableDatabase.start();
        Map<String, String> settings = new HashMap<>(ProductionSettings.on(database.address()));
        WorkerTable.Keys keys = ProductionSettings.keys(settings);
        settings.putAll(more);
        settings.put("JAVA_TOOL_OPTIONS", System.getProperty("bench.java", ""));
        return new BenchedServer(database, PackagedServer.launch(HEAP, settings).awaitReady(), keys);
    }

    DurableDatabase database() {
        return database;
    }

    WorkerTable.Keys keys() {
        return keys;
    }

    URI address() {
        return URI.create(server.address());
    }

    double cpuMillis() {
        return Cpu.millis(server.pid());
    }

    double compilerMillis() {
        return Cpu.compilerMillis(server.pid());
    }

    long residentMiB() {
        return Cpu.residentMiB(server.pid());
    }

    /** Whoever signs in with the password of {@link WorkerTable}. */
    String token(String phone) throws IOException, InterruptedException {
        return send("POST", "auth/login", "", Map.of("phone", phone, "password", WorkerTable.PASSWORD))
                .path("accessToken")
                .asText();
    }

    /** A request that must succeed, outside of what is measured. */
    JsonNode send(String method, String path, String token, @Nullable Object body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve("/api/v1/" + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(text(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + new String(answer.body(), UTF_8));
        }
        return JSON.readTree(clear(answer));
    }

    private static byte[] clear(HttpResponse<byte[]> answer) throws IOException {
        if (answer.headers().firstValue("Content-Encoding").isEmpty()) {
            return answer.body();
        }
        try (GZIPInputStream clear = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return clear.readAllBytes();
        }
    }

    static String text(Object body) throws IOException {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    @Override
    public void close() throws SQLException, IOException {
        server.close();
        database.close();
    }
}
