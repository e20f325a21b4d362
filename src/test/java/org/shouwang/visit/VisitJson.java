package org.shouwang.visit;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bodies of requests as an app writes them. */
final class VisitJson {

    private VisitJson() {}

    /** A home visit half an hour ago at which all these children were met. */
    @SafeVarargs
    static Map<String, Object> visit(Family family, Instant start, Map<String, Object>... children) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("householdId", family.household());
        body.put("method", "HOME");
        body.put("purpose", "ROUTINE");
        body.put("startedAt", start.toString());
        body.put("outcome", "MET_CHILD");
        body.put("children", Arrays.asList(children));
        return body;
    }

    static Map<String, Object> met(UUID child) {
        return Map.of("childId", child, "met", true);
    }

    static Map<String, Object> notMet(UUID child) {
        return Map.of("childId", child, "met", false);
    }

    /** The same with one field more, or another value in it. */
    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> withChild(Map<String, Object> body, Map<String, Object> child) {
        return with(body, "children", List.of(child));
    }
}
