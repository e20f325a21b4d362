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
 * is left, what somebody else made otherwise is a conflict, in which the server's value stands until a person chooses.
 *
 * @param apply the fields to change, each with its new value
 * @param conflict the fields in conflict, each {@code {server, yours}}
 */
public record FieldMerge(ObjectNode apply, ObjectNode conflict) {

    /**
     * Compares field by field.
     *
     * @param current the record as it is
     * @param unseen fields whose value the phone never held in full; they merge only while nobody has changed the record
     * @param fresh whether nobody has changed the record since the phone last saw it
     */
    public static FieldMerge of(
            Map<String, FieldChange> changes, ObjectNode current, Set<String> unseen, boolean fresh) {
        FieldMerge merge = none();
        changes.forEach((field, change) -> {
            JsonNode server = orNull(current.get(field));
            JsonNode yours = orNull(change.to());
            boolean untouched = unseen.contains(field) ? fresh : server.equals(orNull(change.from()));
            if (!server.equals(yours)) {
                if (untouched) {
                    merge.apply.set(field, yours);
                } else {
                    merge.against(field, unseen.contains(field) ? NullNode.getInstance() : server, yours);
                }
            }
        });
        return merge;
    }

    /** All of it as a conflict: together the agreeing fields would break a rule. */
    public FieldMerge withheld(ObjectNode current, Set<String> unseen) {
        FieldMerge all = new FieldMerge(JsonNodeFactory.instance.objectNode(), conflict.deepCopy());
        apply.properties()
                .forEach(field -> all.against(
                        field.getKey(),
                        unseen.contains(field.getKey()) ? NullNode.getInstance() : orNull(current.get(field.getKey())),
                        field.getValue()));
        return all;
    }

    /** The conflict as an effect carries it. */
    public @Nullable ObjectNode conflictOrNone() {
        return conflict.isEmpty() ? null : conflict;
    }

    private static FieldMerge none() {
        return new FieldMerge(JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode());
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
