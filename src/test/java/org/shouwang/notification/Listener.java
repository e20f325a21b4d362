package org.shouwang.notification;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An app that follows its inbox over real HTTP, and remembers the last id as an event source does. */
final class Listener implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final List<String> data = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> answer;
    private final Thread reader = new Thread(this::read, "listener");
    private volatile @Nullable String lastId;
    private volatile boolean ended;

    private Listener(HttpResponse<InputStream> answer) {
        this.answer = answer;
        reader.setDaemon(true);
    }

    static Listener open(String token, @Nullable String lastEventId) throws IOException, InterruptedException {
        Listener listener = new Listener(ask(token, lastEventId));
        if (listener.answer.statusCode() == 200) {
            listener.reader.start();
        }
        return listener;
    }

    static HttpResponse<InputStream> ask(String token, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/notifications/stream"))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    int status() {
        return answer.statusCode();
    }

    /** Null until the first event or comment, which tells that the stream has begun. */
    @Nullable
    String lastId() {
        return lastId;
    }

    boolean hasEnded() {
        return ended;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    data.add(line.substring("data:".length()).strip());
                } else if (line.startsWith("id:")) {
                    lastId = line.substring("id:".length()).strip();
                }
            }
        } catch (IOException e) {
            // Closed by this side.
        }
        ended = true;
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
    }
}
