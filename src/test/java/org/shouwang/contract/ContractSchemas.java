package org.shouwang.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouwang.platform.operation.ChangesForm;
import org.shouwang.platform.operation.OperationHandler;

/** JSON Schemas of all that a phone pulls and pushes, by kind and by type of operation. */
record ContractSchemas(Map<String, JsonNode> kinds, Map<String, JsonNode> operations) {

    /**
     * @param kinds of records, each with the name of its schema
     */
    static ContractSchemas of(Map<String, String> kinds, List<OperationHandler<?>> handlers, OpenApiDocument document) {
        Map<String, JsonNode> records = new TreeMap<>();
        kinds.forEach((kind, schema) -> records.put(kind, record(kind, schema, document)));
        Map<String, JsonNode> operations = new TreeMap<>();
        handlers.forEach(handler -> operations.put(handler.type(), operation(handler, document)));
        return new ContractSchemas(records, operations);
    }

    private static JsonNode record(String kind, String schema, OpenApiDocument document) {
        return Dialect.ANSWERED.selfContained(
                "Record of kind " + kind,
                "`data` of a change of kind `" + kind + "`, and what GET of the record answers."
                        + " Values of enumerations that are known today are examples: others may come.",
                (ObjectNode) document.schema(schema),
                document);
    }

    private static JsonNode operation(OperationHandler<?> handler, OpenApiDocument document) {
        ObjectNode operation = document.schema("Operation").deepCopy();
        ObjectNode properties = (ObjectNode) operation.get("properties");
        properties.set("type", text().put("const", handler.type()));
        properties.set("body", body(handler, document));
        return Dialect.SENT.selfContained(
                "Operation " + handler.type(),
                "One operation of a batch of POST /api/v1/sync/operations, with its body.",
                operation,
                document);
    }

    private static ObjectNode body(OperationHandler<?> handler, OpenApiDocument document) {
        ObjectNode form = document.schema(handler.schema()).deepCopy();
        return handler.form() == ChangesForm.class ? changes(form, document) : withId(form);
    }

    private static ObjectNode changes(ObjectNode patch, OpenApiDocument document) {
        ObjectNode body = withId(document.schema("RecordChanges").deepCopy());
        ObjectNode changes = JsonNodeFactory.instance.objectNode().put("type", "object");
        changes.set("description", body.at("/properties/changes/description"));
        changes.put("minProperties", 1);
        ObjectNode fields = changes.putObject("properties");
        JsonNode from = document.schema("FieldChange").at("/properties/from");
        patch.path("properties").properties().forEach(field -> {
            ObjectNode change = fields.putObject(field.getKey()).put("type", "object");
            ObjectNode sides = change.putObject("properties");
            sides.set("from", from);
            sides.set("to", field.getValue());
            change.putArray("required").add("to");
        });
        ((ObjectNode) body.get("properties")).set("changes", changes);
        return body;
    }

    /** Every body names the record; an act's own id is the operation's. */
    private static ObjectNode withId(ObjectNode form) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = body.putObject("properties");
        properties.set("id", text().put("format", "uuid").put("description", "The record's id"));
        form.path("properties").properties().stream()
                .filter(field -> !field.getKey().equals("id"))
                .forEach(field -> properties.set(field.getKey(), field.getValue()));
        ArrayNode required = body.putArray("required").add("id");
        form.path("required")
                .valueStream()
                .filter(name -> !name.asText().equals("id"))
                .forEach(required::add);
        return body;
    }

    private static ObjectNode text() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }
}
