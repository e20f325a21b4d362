package org.shouwang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.shouwang.bench.HttpWork.Request;
import org.shouwang.bench.Villages.Director;

/** What phones ask of the server, as lists of requests of each director. */
final class Requests {

    private static final int OPERATIONS = 50;

    private final BenchedServer server;
    private final List<Director> directors;
    private final List<String> visits = new ArrayList<>();
    private final List<List<Request>> pulls = new ArrayList<>();
    private final List<List<Request>> deltas = new ArrayList<>();

    Requests(BenchedServer server, List<Director> directors) throws IOException, InterruptedException {
        this.server = server;
        this.directors = directors;
        for (Director director : directors) {
            visits.add(BenchedServer.text(director.visit()));
            pull(director.token());
        }
    }

    /** The pages of a first pull, and what is asked after it. Cursors hold no state in the server: they are asked again. */
    private void pull(String token) throws IOException, InterruptedException {
        List<Request> pages = new ArrayList<>();
        String path = "sync/changes?limit=500";
        boolean more = true;
        while (more) {
            pages.add(new Request(HttpMethod.GET, path, null, 200));
            JsonNode page = server.send("GET", path, token, null);
            path = "sync/changes?limit=500&cursor=" + page.path("cursor").asText();
            more = page.path("more").asBoolean();
        }
        JsonNode next = server.send("GET", path, token, null);
        if (!next.path("changes").isEmpty()) {
            path = "sync/changes?limit=500&cursor=" + next.path("cursor").asText();
            next = server.send("GET", path, token, null);
        }
        if (!next.path("changes").isEmpty()) {
            throw new IllegalStateException("nothing changes here, and yet: " + next.path("changes"));
        }
        pulls.add(pages);
        deltas.add(List.of(new Request(HttpMethod.GET, path, null, 200)));
    }

    IntFunction<List<Request>> firstPull() {
        return pulls::get;
    }

    IntFunction<List<Request>> emptyDelta() {
        return deltas::get;
    }

    IntFunction<List<Request>> visit() {
        return number -> List.of(new Request(HttpMethod.PUT, "visits/" + UUID.randomUUID(), visits.get(number), 201));
    }

    IntFunction<List<Request>> batch() {
        return number -> {
            Director director = directors.get(number);
            List<Map<String, Object>> operations = IntStream.range(0, OPERATIONS)
                    .mapToObj(i -> director.operation("visit.record", UUID.randomUUID(), director.visit()))
                    .toList();
            try {
                String body = BenchedServer.text(Map.of("operations", operations));
                return List.of(new Request(HttpMethod.POST, "sync/operations", body, 200));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
