package org.shouwang.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What apps and server say to each other, as {@code mobile-contract/fixtures/README.md} describes it.
 *
 * @param says what an app's developer learns from it
 */
record Transcript(String title, String says, List<Step> steps) {

    /**
     * One call and its answer, or something that happens meanwhile.
     *
     * @param as who has signed in; null for a call without a token
     * @param happens what no app does
     */
    record Step(
            @Nullable String says,
            @Nullable String as,
            @Nullable Request request,
            @Nullable Response response,
            @Nullable Happening happens) {}

    record Request(
            String method,
            String path,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode body) {

        Map<String, String> headersOrNone() {
            return headers == null ? Map.of() : headers;
        }
    }

    /**
     * @param again while the body is like this the same call is made again
     */
    record Response(
            int status,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode body,
            @Nullable JsonNode again) {

        Map<String, String> headersOrNone() {
            return headers == null ? Map.of() : headers;
        }
    }

    static Transcript read(Path file) throws IOException {
        return new ObjectMapper()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .readValue(file.toFile(), Transcript.class);
    }
}
