package org.shouwang.protection.incident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shouwang.platform.record.RequestHash;

/**
 * Reads what can be read of a report, field by field: one that is wrong never stands in the way of the others (未成年人保护法 art.
 * 11: 立即).
 */
@Singleton
class ReadReport {

    /** Characters of a description that are shown; the body is kept whole. */
    static final int DESCRIPTION = 2000;

    static final int SHORT = 50;
    private static final int MOST_IN_A_LIST = 50;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);
    private static final List<String> FIELDS = Arrays.stream(IncidentForm.class.getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    private static final Set<String> MOMENTS = Set.of("discoveredAt", "occurredAt", "reportedAt", "clientTime");

    private final ObjectMapper json;

    ReadReport(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What a body says.
     *
     * @param said fields that the form has
     * @param unusable fields that were sent and could not be read, or not in full
     * @param hash of the body, however it is written
     */
    record Reading(IncidentForm form, Set<String> said, Set<String> unusable, RequestHash hash) {

        Reading {
            said = Set.copyOf(said);
            unusable = Set.copyOf(unusable);
        }
    }

    Reading of(ObjectNode body, Instant now) {
        ObjectNode usable = json.createObjectNode();
        Set<String> unusable = new TreeSet<>();
        for (String field : FIELDS) {
            JsonNode value = body.get(field);
            if (value != null && !value.isNull()) {
                JsonNode kept = kept(field, value, now);
                if (!kept.equals(value)) {
                    unusable.add(field);
                }
                if (!kept.isMissingNode() && !(kept.isArray() && kept.isEmpty())) {
                    usable.set(field, kept);
                }
            }
        }
        Set<String> said = new TreeSet<>();
        usable.fieldNames().forEachRemaining(said::add);
        return new Reading(form(usable), said, unusable, RequestHash.of(json.convertValue(body, TreeMap.class)));
    }

    /** What of a value can be used; a missing node when nothing can. */
    private JsonNode kept(String field, JsonNode value, Instant now) {
        if (value.isArray()) {
            ArrayNode elements = json.createArrayNode();
            for (JsonNode element : value) {
                if (elements.size() < MOST_IN_A_LIST
                        && !element.isNull()
                        && isReadable(field, json.createArrayNode().add(element))) {
                    elements.add(element);
                }
            }
            return isReadable(field, elements) ? elements : json.missingNode();
        }
        JsonNode shortened = value.isTextual() ? shortened(field, value) : value;
        return isReadable(field, shortened) && !isAhead(field, shortened, now) ? shortened : json.missingNode();
    }

    private JsonNode shortened(String field, JsonNode value) {
        int most = field.equals("unknownChildDesc") ? DESCRIPTION : SHORT;
        String text = value.textValue();
        return text.length() <= most ? value : json.getNodeFactory().textNode(text.substring(0, end(text, most)));
    }

    /** Never through the middle of a character beyond the basic plane. */
    private static int end(String text, int most) {
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }

    private boolean isReadable(String field, JsonNode value) {
        try {
            return json.treeToValue(json.createObjectNode().set(field, value), IncidentForm.class) != null;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Nothing was seen after it was reported. */
    private boolean isAhead(String field, JsonNode value, Instant now) {
        return MOMENTS.contains(field)
                && json.convertValue(value, Instant.class).isAfter(now.plus(CLOCK_SKEW));
    }

    private IncidentForm form(ObjectNode usable) {
        try {
            return json.treeToValue(usable, IncidentForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("fields that can be read alone can be read together");
        }
    }
}
