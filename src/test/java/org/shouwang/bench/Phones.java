package org.shouwang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.shouwang.bench.HttpWork.Request;

/** Phones that ask again and again what has changed since they asked last. */
final class Phones {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> cursors;
    private final HttpWork work;
    private final AtomicInteger changes = new AtomicInteger();

    Phones(Vertx vertx, BenchedServer server, List<String> tokens) {
        cursors = Collections.synchronizedList(new ArrayList<>(Collections.nCopies(tokens.size(), "")));
        work = new HttpWork(vertx, server.address(), tokens, this::next, this::heard);
    }

    HttpWork work() {
        return work;
    }

    /** How many changes came so far. */
    int changes() {
        return changes.get();
    }

    private List<Request> next(int phone) {
        String cursor = cursors.get(phone);
        String path = "sync/changes?limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
        return List.of(new Request(HttpMethod.GET, path, null, 200));
    }

    private void heard(int phone, Buffer body) {
        try {
            JsonNode page = JSON.readTree(body.getBytes());
            cursors.set(phone, page.path("cursor").asText());
            changes.addAndGet(page.path("changes").size());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
