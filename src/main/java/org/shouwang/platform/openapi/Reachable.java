package org.shouwang.platform.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Which named schemas apps send, and which they are answered with. */
final class Reachable {

    private static final String COMPONENT = "#/components/schemas/";

    private final Map<String, Schema> named;
    private final Set<String> sent = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    Reachable(OpenAPI document) {
        this.named = document.getComponents().getSchemas();
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .values()
                .forEach(this::walk));
    }

    /** By name, those that no request holds. */
    Map<String, Schema> onlyAnswered() {
        Map<String, Schema> only = new TreeMap<>(named);
        only.keySet().retainAll(answered);
        only.keySet().removeAll(sent);
        return only;
    }

    private void walk(Operation operation) {
        if (operation.getRequestBody() != null) {
            schemas(operation.getRequestBody().getContent()).forEach(schema -> follow(schema, sent));
        }
        operation.getResponses().getAPIResponses().values().stream()
                .map(APIResponse::getContent)
                .flatMap(Reachable::schemas)
                .forEach(schema -> follow(schema, answered));
    }

    private static Stream<Schema> schemas(Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream()
                        .map(type -> type.getSchema())
                        .filter(Objects::nonNull);
    }

    private void follow(Schema schema, Set<String> found) {
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(COMPONENT.length());
            if (found.add(name)) {
                follow(Objects.requireNonNull(named.get(name), name), found);
            }
            return;
        }
        parts(schema).forEach(part -> follow(part, found));
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        Stream.ofNullable(schema.getItems()),
                        Stream.ofNullable(schema.getAdditionalPropertiesSchema()),
                        Stream.ofNullable(schema.getProperties())
                                .map(Map::values)
                                .flatMap(Collection::stream),
                        Stream.ofNullable(schema.getAllOf()).flatMap(Collection::stream),
                        Stream.ofNullable(schema.getAnyOf()).flatMap(Collection::stream),
                        Stream.ofNullable(schema.getOneOf()).flatMap(Collection::stream))
                .flatMap(part -> part);
    }
}
