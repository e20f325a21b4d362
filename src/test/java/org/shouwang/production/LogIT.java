package org.shouwang.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.TestDatabase;

/** What the packaged server writes about its requests, and what it does not. */
class LogIT {

    private static final String PHONE = "13900990177";
    private static final String NUMBER = "990104201501010018";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void whateverARequestHoldsNoNumberOfAPersonIsLogged() throws IOException, InterruptedException {
        DatabaseAddress database = TestDatabase.fresh("logs");
        Map<String, String> settings = new HashMap<>(ProductionSettings.on(database));
        settings.put("SHOUWANG_LOG_FOLDER", folder.toString());
        try (PackagedServer server = PackagedServer.launch(settings).awaitReady()) {
            plant(server);
            HttpResponse<String> plain = server.get("/api/v1/areas?under=" + PHONE);
            String id = plain.headers().firstValue("X-Request-Id").orElseThrow();

            String written = server.output() + Files.readString(folder.resolve("shouwang.log"));

            assertThat(written).doesNotContain(PHONE).doesNotContain(NUMBER).doesNotContain("/q/health");
            assertThat(written.lines().filter(line -> line.contains(id)))
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("{") && line.contains("GET /api/v1/areas 401"));
            assertThat(written).contains("PUT /api/v1/visits/{id} 401").contains("POST /api/v1/auth/login 401");
        } finally {
            TestDatabase.drop(database);
        }
    }

    private static void plant(PackagedServer server) throws IOException, InterruptedException {
        server.post("/api/v1/auth/login", "{\"phone\":\"" + PHONE + "\",\"password\":\"" + NUMBER + "\"}");
        server.post("/api/v1/auth/login", "{\"phone\":\"" + PHONE + "\",\"password\":\"" + NUMBER);
        server.get("/api/v1/" + PHONE + "/" + NUMBER);
        server.get("/" + PHONE + "?phone=" + PHONE);
        HTTP.send(
                HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/visits/" + PHONE))
                        .header("X-Request-Id", PHONE)
                        .header("User-Agent", PHONE)
                        .header("Authorization", "Bearer " + NUMBER)
                        .header("X-Appointment-Id", NUMBER)
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"findings\":\"" + PHONE))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
