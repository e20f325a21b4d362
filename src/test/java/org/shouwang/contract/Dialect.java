package org.shouwang.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes schemas of OpenAPI 3.0 as JSON Schema 2020-12, each with all that it refers to.
 *
 * <p>Answers stay open: a new field, or a new value of an enumeration, is no reason to throw a record away; the values of today
 * are its {@code examples}. What a phone sends is closed: a field that is misspelt would be lost without a word.
 */
enum Dialect {
    ANSWERED {
        @Override
        void values(ObjectNode schema, ArrayNode values) {
            schema.set("examples", values);
        }

        @Override
        void close(ObjectNode schema) {
            // stays open
        }
    },
    SENT {
        @Override
        void values(ObjectNode schema, ArrayNode values) {
            schema.set("enum", values);
        }

        @Override
        void close(ObjectNode schema) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
        }
    };

    private static final String DEFINITION = "#/$defs/";

    abstract void values(ObjectNode schema, ArrayNode values);

    abstract void close(ObjectNode schema);

    /** The schema, with its definitions in order of their names. */
    ObjectNode selfContained(String title, String description, ObjectNode root, OpenApiDocument document) {
        Map<String, JsonNode> definitions = new TreeMap<>();
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title).put("description", description);
        JsonNode written = write(root, document, definitions);
        written.properties().stream()
                .filter(entry -> !entry.getKey().equals("description"))
                .forEach(entry -> schema.set(entry.getKey(), entry.getValue()));
        if (!definitions.isEmpty()) {
            ObjectNode all = schema.putObject("$defs");
            definitions.forEach(all::set);
        }
        return schema;
    }

    private JsonNode write(JsonNode openApi, OpenApiDocument document, Map<String, JsonNode> definitions) {
        if (openApi.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            openApi.forEach(each -> array.add(write(each, document, definitions)));
            return array;
        }
        if (!openApi.isObject()) {
            return openApi;
        }
        if (openApi.has("$ref")) {
            String name = OpenApiDocument.nameIn(openApi.path("$ref").asText());
            if (!definitions.containsKey(name)) {
                definitions.put(name, JsonNodeFactory.instance.objectNode());
                definitions.put(name, write(document.schema(name), document, definitions));
            }
            return JsonNodeFactory.instance.objectNode().put("$ref", DEFINITION + name);
        }
        return object((ObjectNode) openApi, document, definitions);
    }

    private JsonNode object(ObjectNode openApi, OpenApiDocument document, Map<String, JsonNode> definitions) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        openApi.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "nullable" -> {}
                case "enum" -> values(schema, (ArrayNode) value);
                case "example" -> schema.putArray("examples").add(value);
                case "properties" -> {
                    ObjectNode properties = schema.putObject("properties");
                    value.properties()
                            .forEach(field ->
                                    properties.set(field.getKey(), write(field.getValue(), document, definitions)));
                }
                case "required", "type", "format", "default", "description" -> schema.set(entry.getKey(), value);
                default -> schema.set(entry.getKey(), write(value, document, definitions));
            }
        });
        close(schema);
        return openApi.path("nullable").asBoolean() ? orNull(schema) : schema;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }
}
