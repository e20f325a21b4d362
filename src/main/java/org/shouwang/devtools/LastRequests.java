package org.shouwang.devtools;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests that a stand-in got. */
final class LastRequests {

    private static final int KEPT = 1000;

    private final Deque<Received> requests = new ArrayDeque<>();

    record Received(Instant at, JsonNode body) {}

    record Listing(List<Received> requests) {}

    synchronized void keep(Received request) {
        requests.addLast(request);
        if (requests.size() > KEPT) {
            requests.removeFirst();
        }
    }

    synchronized Listing list() {
        return new Listing(List.copyOf(requests));
    }

    synchronized void forget() {
        requests.clear();
    }
}
