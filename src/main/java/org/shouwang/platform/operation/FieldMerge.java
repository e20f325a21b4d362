package org.shouwang.platform.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Three-way merge of fields that were changed offline: what nobody else touched is applied, what somebody else made the same
 * is left, what somebody else made otherwise is a conflict, in which the server's value stands until a person chooses. Lists of
 * codes are sets: what the phone added comes to them, what it took away goes, and none of that is a conflict.
 *
 * @param apply the fields to change, each with its new value
 * @param conflict the fields in conflict, each {@code {server, yours}}
 */
public record FieldMerge(ObjectNode apply, ObjectNode conflict) {

    /**
     * Fields that do not go by their value alone.
     *
     * @param masked which views mask; a conflict never shows the server's value, and they merge while nobody has changed the
     *     record
     * @param held those of the masked that this caller's phone holds in full; they merge by their value too
     * @param added whose elements are added or changed one by one; they always merge
     */
    public record Kinds(Set<String> masked, Set<String> held, Set<String> added) {

        private JsonNode shown(String field, JsonNode server) {
            return masked.contains(field) || added.contains(field) ? NullNode.getInstance() : server;
        }
    }

    /**
     * Compares field by field.
     *
     * @param current the record as it is
     * @param kinds which fields do not go by their value alone
     * @param fresh whether nobody has changed the record since the phone last saw it
     */
    public static FieldMerge of(Map<String, FieldChange> changes, ObjectNode current, Kinds kinds, boolean fresh) {
        FieldMerge merge = none();
        changes.forEach((field, change) -> {
            JsonNode server = orNull(current.get(field));
            JsonNode yours = orNull(change.to());
            JsonNode from = orNull(change.from());
            boolean same = Values.same(server, from);
            boolean untouched = kinds.added.contains(field)
                    || (kinds.masked.contains(field) ? fresh || (same && kinds.held.contains(field)) : same);
            if (CodeSets.areSets(from, yours, server)) {
                merge.apply(field, server, CodeSets.merged(from, yours, server));
            } else if (untouched) {
                merge.apply(field, server, yours);
            } else if (!Values.same(server, yours)) {
                merge.against(field, kinds.shown(field, server), yours);
            }
        });
        return merge;
    }

    /** All of it as a conflict: together the agreeing fields would break a rule. */
    public FieldMerge withheld(ObjectNode current, Kinds kinds) {
        FieldMerge all = new FieldMerge(JsonNodeFactory.instance.objectNode(), conflict.deepCopy());
        apply.properties().forEach(field -> {
            JsonNode server = orNull(current.get(field.getKey()));
            all.against(field.getKey(), kinds.shown(field.getKey(), server), field.getValue());
        });
        return all;
    }

    /** The conflict as an effect carries it. */
    public @Nullable ObjectNode conflictOrNone() {
        return conflict.isEmpty() ? null : conflict;
    }

    private static FieldMerge none() {
        return new FieldMerge(JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());
    }

    private void apply(String field, JsonNode server, JsonNode value) {
        if (!Values.same(server, value)) {
            apply.set(field, value);
        }
    }

    private void against(String field, JsonNode server, JsonNode yours) {
        conflict.putObject(field).<ObjectNode>set("server", server).set("yours", yours);
    }

    private static JsonNode orNull(@Nullable JsonNode value) {
        return value == null ? NullNode.getInstance() : value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
