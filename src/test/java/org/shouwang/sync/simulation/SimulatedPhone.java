package org.shouwang.sync.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.sync.simulation.District.Member;
import org.shouwang.sync.simulation.Wire.Answer;

/** A phone as the contract describes it: a log of operations, the records that it pulled, and a wrong clock. */
class SimulatedPhone {

    /** A log is sent in fewer batches; more help no phone. */
    private static final int MOST_BATCHES = 8;

    private static final int MOST_PAGES = 100;
    private static final int BATCH = 50;

    private final Member owner;
    private final Duration skew;
    private final Map<UUID, Sent> log = new LinkedHashMap<>();
    private final Map<Key, ObjectNode> records = new HashMap<>();
    private final Set<Key> leaving = new HashSet<>();
    private final Set<Key> cameInFullPull = new HashSet<>();
    private String cursor = "";
    private boolean full = true;

    /**
     * A phone that holds nothing yet.
     *
     * @param skew how far its clock is ahead
     */
    SimulatedPhone(Member owner, Duration skew) {
        this.owner = owner;
        this.skew = skew;
    }

    /** Kind and id of a record. */
    record Key(String kind, UUID id) {}

    /** An operation of the log; the outcome is empty as long as no answer came. */
    private static final class Sent {
        private final ObjectNode operation;
        private String outcome = "";

        Sent(ObjectNode operation) {
            this.operation = operation;
        }
    }

    Member owner() {
        return owner;
    }

    /** What became of each operation that was ever made; empty while no answer came. */
    Map<UUID, String> outcomes() {
        Map<UUID, String> outcomes = new LinkedHashMap<>();
        log.forEach((id, sent) -> outcomes.put(id, sent.outcome));
        return outcomes;
    }

    /** Versions of the records held. */
    Map<Key, Integer> versions() {
        Map<Key, Integer> versions = new HashMap<>();
        records.forEach((key, change) -> versions.put(key, change.get("version").asInt()));
        return versions;
    }

    /** What the server says of each kind that this phone should hold, right after a pull that brought nothing. */
    Map<String, String> digest() {
        JsonNode said = owner.wire()
                .send("GET", "/api/v1/sync/digest?cursor=" + cursor, null)
                .filter(answer -> answer.status() == 200)
                .orElseThrow()
                .body();
        Map<String, String> sums = new HashMap<>();
        said.get("kinds")
                .forEach(kind -> sums.put(
                        kind.get("kind").asText(),
                        kind.get("count").asInt() + " " + kind.get("xor").asText()));
        return sums;
    }

    /** The data of a record that it holds. */
    Optional<JsonNode> held(String kind, UUID id) {
        return Optional.ofNullable(records.get(new Key(kind, id))).map(change -> change.get("data"));
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
        operation.put("serverTimeOffset", skew.negated().toMillis());
        operation.put("workerId", owner.worker().toString());
        operation.put("appointmentId", owner.appointment().toString());
        operation.set("body", form.put("id", record.toString()));
        log.put(id, new Sent(operation));
    }

    boolean hasUnsent() {
        return log.values().stream().anyMatch(sent -> sent.outcome.isEmpty());
    }

    /** Sends the oldest operations, and keeps those of which it did not hear. */
    void push(Fault fault, int most) {
        List<ObjectNode> batch = log.values().stream()
                .filter(sent -> sent.outcome.isEmpty())
                .limit(most)
                .map(sent -> outgoing(sent.operation))
                .toList();
        if (batch.isEmpty()) {
            return;
        }
        ObjectNode body = Wire.JSON.createObjectNode();
        batch.forEach(body.putArray("operations")::add);
        owner.wire()
                .send(fault, "POST", "/api/v1/sync/operations", body)
                .filter(answer -> answer.status() == 200)
                .ifPresent(answer -> heard(answer.body().get("results")));
    }

    /** How an operation leaves the phone. */
    ObjectNode outgoing(ObjectNode operation) {
        return operation;
    }

    private void heard(JsonNode results) {
        for (JsonNode result : results) {
            Sent sent = log.get(UUID.fromString(result.get("id").asText()));
            String outcome = result.get("outcome").asText();
            if (sent != null && !outcome.equals("RETRY")) {
                sent.outcome = outcome;
            }
        }
        leaving.removeIf(this::isForgotten);
    }

    /** Takes one page; answers whether the pull has more. */
    boolean page(Fault fault, int limit) {
        Optional<Answer> answer =
                owner.wire().send(fault, "GET", "/api/v1/sync/changes?limit=" + limit + "&cursor=" + cursor, null);
        if (answer.isEmpty() || answer.get().status() == 503 || answer.get().status() == 429) {
            return true;
        }
        if (answer.get().status() == 410) {
            startAgain(answer.get().body());
            return true;
        }
        if (answer.get().status() != 200) {
            throw new IllegalStateException("a pull was answered " + answer.get());
        }
        JsonNode page = answer.get().body();
        page.path("replaced").forEach(kind -> drop(kind.asText()));
        page.get("changes").forEach(change -> take((ObjectNode) change));
        cursor = page.get("cursor").asText();
        boolean more = page.get("more").asBoolean();
        if (full && !more) {
            records.keySet().stream()
                    .filter(key -> !cameInFullPull.contains(key))
                    .toList()
                    .forEach(this::leave);
            full = false;
        }
        return more;
    }

    private void startAgain(JsonNode problem) {
        full = true;
        cursor = "";
        cameInFullPull.clear();
        if (problem.has("resendFrom")) {
            log.values().forEach(sent -> sent.outcome = "");
        }
    }

    /** What it holds of a kind that comes as a whole. */
    private void drop(String kind) {
        records.keySet().removeIf(key -> key.kind().equals(kind));
        cameInFullPull.removeIf(key -> key.kind().equals(kind));
    }

    void take(ObjectNode change) {
        Key key = new Key(
                change.get("kind").asText(), UUID.fromString(change.get("id").asText()));
        cameInFullPull.add(key);
        leaving.remove(key);
        if (change.path("removed").asBoolean()) {
            leave(key);
        } else {
            records.put(key, change);
        }
    }

    /** A record of which something is not sent yet stays until it is. */
    private void leave(Key key) {
        leaving.add(key);
        leaving.removeIf(this::isForgotten);
    }

    private boolean isForgotten(Key key) {
        boolean sent = log.values().stream()
                .noneMatch(waiting -> waiting.outcome.isEmpty()
                        && waiting.operation
                                .at("/body/id")
                                .asText()
                                .equals(key.id().toString()));
        if (sent) {
            records.remove(key);
        }
        return sent;
    }

    /**
     * The network is back: sends and pulls until nothing is left. It pulls twice, since a pull that was interrupted brings what
     * there was when it began. Answers whether there was something to send.
     */
    boolean heal() {
        boolean sent = false;
        for (int round = 0; round < 2; round++) {
            sent |= hasUnsent();
            for (int tries = 0; hasUnsent() && tries < MOST_BATCHES; tries++) {
                push(Fault.NONE, BATCH);
            }
            int pages = 0;
            while (page(Fault.NONE, 500) && pages++ < MOST_PAGES) {}
        }
        return sent;
    }
}
