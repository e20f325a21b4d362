package org.shouwang.sync.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.sync.simulation.Wire.Answer;

/** A phone as the contract describes it: a log of operations, the records that it pulled, and a wrong clock. */
class SimulatedPhone {

    /** A log is sent in fewer batches; more help no phone. */
    private static final int MOST_BATCHES = 5;

    private static final int MOST_PAGES = 100;

    private final Wire wire;
    private final UUID workerId;
    private final String appointmentId;
    private final Duration skew;
    private final Deque<ObjectNode> unsent = new ArrayDeque<>();
    private final Map<UUID, String> outcomes = new LinkedHashMap<>();
    private final Map<Key, ObjectNode> records = new HashMap<>();
    private final Set<Key> cameInFullPull = new HashSet<>();
    private String cursor = "";
    private boolean full = true;

    /**
     * A phone that holds nothing yet.
     *
     * @param skew how far its clock is ahead
     */
    SimulatedPhone(Wire wire, Duration skew) {
        this.wire = wire;
        JsonNode me = wire.send("GET", "/api/v1/me", null).body();
        this.workerId = UUID.fromString(me.at("/worker/id").asText());
        this.appointmentId = StreamSupport.stream(me.get("appointments").spliterator(), false)
                .filter(post -> post.get("roleCode").asText().matches("CHILDREN_DIRECTOR|TOWNSHIP_COORDINATOR"))
                .map(post -> post.get("id").asText())
                .findFirst()
                .orElseThrow();
        this.skew = skew;
    }

    /** Kind and id of a record. */
    record Key(String kind, UUID id) {}

    UUID workerId() {
        return workerId;
    }

    String appointmentId() {
        return appointmentId;
    }

    /** What became of each operation that was ever made; empty while no answer came. */
    Map<UUID, String> outcomes() {
        return outcomes;
    }

    /** Versions of the records held. */
    Map<Key, Integer> versions() {
        Map<Key, Integer> versions = new HashMap<>();
        records.forEach((key, change) -> versions.put(key, change.get("version").asInt()));
        return versions;
    }

    /** Data of the records of a kind. */
    List<JsonNode> held(String kind) {
        return records.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .sorted(Map.Entry.comparingByKey(
                        java.util.Comparator.comparing(key -> key.id().toString())))
                .map(entry -> entry.getValue().get("data"))
                .toList();
    }

    /** The phone's own idea of a moment. */
    String clock(Instant moment) {
        return moment.plus(skew).toString();
    }

    /** Writes an operation into the log, as of now. */
    void does(String type, UUID record, Instant now, ObjectNode form) {
        ObjectNode operation = Wire.JSON.createObjectNode();
        UUID id = UUID.randomUUID();
        operation.put("id", id.toString()).put("type", type).put("at", clock(now));
        operation.put("serverTimeOffset", skew.negated().toMillis()).put("workerId", workerId.toString());
        operation.put("appointmentId", appointmentId);
        operation.set("body", form.put("id", record.toString()));
        unsent.add(operation);
        outcomes.put(id, "");
    }

    boolean hasUnsent() {
        return !unsent.isEmpty();
    }

    /** Sends the oldest operations, and keeps those of which it did not hear. */
    void push(Fault fault, int most) {
        List<ObjectNode> batch = unsent.stream().limit(most).map(this::outgoing).toList();
        if (batch.isEmpty()) {
            return;
        }
        ObjectNode body = Wire.JSON.createObjectNode();
        batch.forEach(body.putArray("operations")::add);
        wire.send(fault, "POST", "/api/v1/sync/operations", body)
                .filter(answer -> answer.status() == 200)
                .ifPresent(answer -> heard(answer.body().get("results")));
    }

    /** How an operation leaves the phone. */
    ObjectNode outgoing(ObjectNode operation) {
        return operation;
    }

    private void heard(JsonNode results) {
        Set<UUID> done = new HashSet<>();
        for (JsonNode result : results) {
            String outcome = result.get("outcome").asText();
            if (!outcome.equals("RETRY")) {
                UUID id = UUID.fromString(result.get("id").asText());
                outcomes.put(id, outcome);
                done.add(id);
            }
        }
        unsent.removeIf(
                operation -> done.contains(UUID.fromString(operation.get("id").asText())));
    }

    /** Takes one page; answers whether the pull has more. */
    boolean page(Fault fault, int limit) {
        Optional<Answer> answer =
                wire.send(fault, "GET", "/api/v1/sync/changes?limit=" + limit + "&cursor=" + cursor, null);
        if (answer.isEmpty()) {
            return true;
        }
        if (answer.get().status() == 410) {
            full = true;
            cursor = "";
            cameInFullPull.clear();
            return true;
        }
        if (answer.get().status() != 200) {
            throw new IllegalStateException("a pull was answered " + answer.get());
        }
        JsonNode page = answer.get().body();
        page.path("replaced").forEach(kind -> drop(kind.asText()));
        page.get("changes").forEach(change -> take((ObjectNode) change));
        cursor = next(page.get("cursor").asText());
        boolean more = page.get("more").asBoolean();
        if (full && !more) {
            records.keySet().retainAll(cameInFullPull);
            full = false;
        }
        return more;
    }

    /** What it holds of a kind that comes as a whole. */
    private void drop(String kind) {
        records.keySet().removeIf(key -> key.kind().equals(kind));
        cameInFullPull.removeIf(key -> key.kind().equals(kind));
    }

    /** Which cursor the phone keeps. */
    String next(String given) {
        return given;
    }

    void take(ObjectNode change) {
        Key key = new Key(
                change.get("kind").asText(), UUID.fromString(change.get("id").asText()));
        cameInFullPull.add(key);
        if (change.path("removed").asBoolean()) {
            records.remove(key);
        } else {
            records.put(key, change);
        }
    }

    /** The network is back: sends and pulls until nothing is left. */
    void heal() {
        for (int tries = 0; hasUnsent() && tries < MOST_BATCHES; tries++) {
            push(Fault.NONE, 50);
        }
        for (int pulls = 0; pulls < 2; pulls++) {
            int pages = 0;
            while (page(Fault.NONE, 500) && pages++ < MOST_PAGES) {}
        }
    }

    List<UUID> operations() {
        return new ArrayList<>(outcomes.keySet());
    }
}
