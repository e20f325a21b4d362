package org.shouwang.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwang.platform.LocalDays;

/** The values that stand for the placeholders of a transcript while it is replayed. */
final class Bindings {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Pattern MOMENT = Pattern.compile("now(?:([+-])(\\d+)([smhd]))?");
    private static final Pattern DAY = Pattern.compile("today(?:([+-])(\\d+)d)?");
    private static final Pattern TIMES = Pattern.compile("\\{\\{(\\d+) times}}");
    private static final String NEW = "new ";

    private final Instant now;
    private final Map<String, JsonNode> values = new HashMap<>();

    Bindings(Instant now) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    private Bindings(Bindings other) {
        this.now = other.now;
        this.values.putAll(other.values);
    }

    Bindings copy() {
        return new Bindings(this);
    }

    void take(Bindings other) {
        values.putAll(other.values);
    }

    void keep(String name, JsonNode value) {
        values.put(name, value);
    }

    /** A request as it is sent: every placeholder is replaced. */
    JsonNode fill(JsonNode node) {
        if (node.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(entry -> filled.set(entry.getKey(), fill(entry.getValue())));
            return filled;
        }
        if (node.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> fillElement(element, filled));
            return filled;
        }
        return node.isTextual() ? value(node.textValue()) : node;
    }

    /** {@code {"{{201 times}}": element}} stands for that many elements. */
    private void fillElement(JsonNode element, ArrayNode into) {
        Matcher times = TIMES.matcher(
                element.isObject() && element.size() == 1 ? element.fieldNames().next() : "");
        if (times.matches()) {
            for (int i = 0; i < Integer.parseInt(times.group(1)); i++) {
                into.add(fill(element.elements().next()));
            }
        } else {
            into.add(fill(element));
        }
    }

    /** A text that is one placeholder has the type of its value; within a text it is written out. */
    JsonNode value(String text) {
        Matcher whole = PLACEHOLDER.matcher(text);
        if (whole.matches()) {
            return of(whole.group(1));
        }
        return TextNode.valueOf(PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(of(found.group(1)).asText())));
    }

    private JsonNode of(String placeholder) {
        Matcher moment = MOMENT.matcher(placeholder);
        if (moment.matches()) {
            return TextNode.valueOf(now.plus(offset(moment)).toString());
        }
        Matcher day = DAY.matcher(placeholder);
        if (day.matches()) {
            long days = day.group(2) == null ? 0 : Long.parseLong(day.group(1) + day.group(2));
            return TextNode.valueOf(LocalDays.of(now).plusDays(days).toString());
        }
        if (placeholder.startsWith(NEW)) {
            JsonNode id = TextNode.valueOf(UUID.randomUUID().toString());
            values.put(placeholder.substring(NEW.length()), id);
            return id;
        }
        JsonNode value = values.get(placeholder);
        if (value == null) {
            throw new IllegalArgumentException("{{" + placeholder + "}} has no value yet");
        }
        return value;
    }

    private static Duration offset(Matcher moment) {
        if (moment.group(2) == null) {
            return Duration.ZERO;
        }
        long amount = Long.parseLong(moment.group(1) + moment.group(2));
        return switch (moment.group(3)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
