package org.shouwang.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** What of a released OpenAPI document an app may use, and would not find any more. */
final class Breaks {

    /** Apps work on when they meet a value that they do not know. */
    private static final String MORE_VALUES_ANSWERED = "incompatible.response.enum.increased";

    private Breaks() {}

    static List<String> between(JsonNode released, JsonNode current) {
        List<String> breaks = new ArrayList<>(lostFields(released, current));
        ChangedOpenApi changes = OpenApiCompare.fromContents(
                released.toString(),
                current.toString(),
                List.of(),
                OpenApiDiffOptions.builder()
                        .configProperty(MORE_VALUES_ANSWERED, "false")
                        .build());
        if (changes.isIncompatible()) {
            breaks.add(rendered(changes));
        }
        return breaks;
    }

    /** A field that may be absent is in use all the same; the comparison takes its loss for nothing. */
    private static List<String> lostFields(JsonNode released, JsonNode current) {
        List<String> lost = new ArrayList<>();
        released.at("/components/schemas").properties().forEach(schema -> {
            JsonNode now = current.at("/components/schemas/" + schema.getKey());
            if (now.isMissingNode()) {
                lost.add("schema " + schema.getKey() + " is gone");
            }
            schema.getValue().path("properties").fieldNames().forEachRemaining(field -> {
                if (!now.isMissingNode() && now.path("properties").path(field).isMissingNode()) {
                    lost.add("field " + schema.getKey() + "." + field + " is gone");
                }
            });
        });
        return lost;
    }

    private static String rendered(ChangedOpenApi changes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new ConsoleRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }
}
