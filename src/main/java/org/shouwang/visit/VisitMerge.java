package org.shouwang.visit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shouwang.platform.http.Forms;

/**
 * Reads an amendment over what a visit says (JSON merge patch, RFC 7396): what is left out stays, null is an answer that was
 * not asked after all. The children are merged one by one, so that an app amends the answers it knows and no others.
 */
@Singleton
class VisitMerge {

    static final String CHILDREN = "children";
    static final String CHILD_ID = "childId";
    static final String WITHOUT_CHILDREN = "withoutChildIds";

    /** They say how the first request came, and stay. */
    private static final List<String> OF_THE_FIRST_REQUEST = List.of("clientTime", "deviceId");

    private final ObjectMapper json;
    private final Forms forms;

    VisitMerge(ObjectMapper json, Forms forms) {
        this.json = json;
        this.forms = forms;
    }

    /** What is stored and what would be stored, both as it reads then, so that they compare. */
    record Merged(VisitForm before, VisitForm after) {}

    /** Fails as the reading of any request does, with what cannot be read or is too long. */
    Uni<Merged> merged(StoredVisit stored, ObjectNode amendment) {
        ObjectNode before = json.valueToTree(VisitForm.of(stored));
        ObjectNode after = before.deepCopy();
        ObjectNode amending = amendment.deepCopy();
        amending.remove(OF_THE_FIRST_REQUEST);
        JsonNode children = amending.remove(CHILDREN);
        JsonNode without = amending.remove(WITHOUT_CHILDREN);
        merge(after, amending);
        if (children != null || without != null) {
            after.set(CHILDREN, children(after.get(CHILDREN), children, without));
        }
        try {
            VisitForm form = forms.read(after, VisitForm.class);
            return Uni.createFrom().item(new Merged(stored.kept(asStored(before)), stored.kept(form)));
        } catch (JsonProcessingException | ConstraintViolationException e) {
            return Uni.createFrom().failure(e);
        }
    }

    /** Not asked whether it keeps to the limits of today: it was recorded under those of its day. */
    private VisitForm asStored(ObjectNode form) throws JsonProcessingException {
        return json.treeToValue(form, VisitForm.class);
    }

    private static void merge(ObjectNode target, ObjectNode amending) {
        amending.properties().forEach(field -> target.set(field.getKey(), field.getValue()));
    }

    /** What is no list stays as it is, and is refused when it is read. */
    private JsonNode children(JsonNode stored, JsonNode amending, JsonNode without) {
        if (amending != null && !amending.isArray()) {
            return amending;
        }
        if (without != null && !without.isArray()) {
            return without;
        }
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        stored.forEach(child -> byId.put(key(child, byId), child));
        if (amending != null) {
            amending.forEach(child -> byId.merge(key(child, byId), child, VisitMerge::mergedChild));
        }
        if (without != null) {
            without.forEach(id -> byId.remove(id.asText().toLowerCase(Locale.ROOT)));
        }
        ArrayNode children = json.createArrayNode();
        byId.values().forEach(children::add);
        return children;
    }

    private static JsonNode mergedChild(JsonNode stored, JsonNode amending) {
        ObjectNode merged = stored.deepCopy();
        merge(merged, (ObjectNode) amending);
        return merged;
    }

    /** An entry that names no child has a place of its own, where it is refused. */
    private static String key(JsonNode child, Map<String, JsonNode> byId) {
        JsonNode id = child.get(CHILD_ID);
        return id != null && id.isTextual() ? id.asText().toLowerCase(Locale.ROOT) : "#" + byId.size();
    }
}
