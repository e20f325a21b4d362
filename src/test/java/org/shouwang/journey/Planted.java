package org.shouwang.journey;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Texts of their own in the fields of records, and the records to ask for. */
final class Planted {

    /** Whether an injury looks suspicious is no text. */
    static final String SUSPICIOUS = "visitChild.suspiciousInjury";

    /** No other record of any test holds it. */
    private final String mark = new String(Character.toChars(0x6000 + new Random().nextInt(0x2000)))
            + new String(Character.toChars(0x6000 + new Random().nextInt(0x2000)));

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();

    /** What was planted, by the name of its field. */
    Map<String, String> values() {
        return values;
    }

    /** Whether an answer shows this field. What others may hold too counts only beside the planted record. */
    boolean isIn(String field, String answer) {
        boolean ours = !field.equals(SUSPICIOUS) || answer.contains(in("visits").toString());
        return ours && answer.contains(values.getOrDefault(field, mark));
    }

    /** The record to ask for under a collection such as {@code children}. */
    UUID in(String collection) {
        return ids.getOrDefault(collection, child());
    }

    UUID child() {
        return ids.getOrDefault("children", new UUID(0, 0));
    }

    UUID executivesTask() {
        return in("executive's task");
    }

    UUID keep(String collection, UUID id) {
        ids.put(collection, id);
        return id;
    }

    String value(String field, String value) {
        values.put(field, value);
        return value;
    }

    String text(String field, String text) {
        return value(field, text + mark);
    }

    String phone(String field) {
        return value(field, "139" + String.format("%08d", new Random().nextInt(100_000_000)));
    }

    /** An action under an id of its own. */
    static Map<String, Object> act(Map<String, Object> what) {
        Map<String, Object> act = new HashMap<>(what);
        act.put("id", UUID.randomUUID());
        return act;
    }
}
