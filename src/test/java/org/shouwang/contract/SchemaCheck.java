package org.shouwang.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shouwang.contract.Transcript.Request;

/** Holds what goes to and fro against the schemas of the contract. */
final class SchemaCheck {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Map<String, JsonSchema> kinds = new TreeMap<>();
    private final Map<String, JsonSchema> operations = new TreeMap<>();

    SchemaCheck(ContractSchemas schemas) {
        schemas.kinds().forEach((kind, schema) -> kinds.put(kind, FACTORY.getSchema(schema, WITH_FORMATS)));
        schemas.operations().forEach((type, schema) -> operations.put(type, FACTORY.getSchema(schema, WITH_FORMATS)));
    }

    /** What is wrong with a record of the feed. */
    Set<ValidationMessage> record(String kind, JsonNode data) {
        return kinds.get(kind).validate(data);
    }

    /** What is wrong with an operation, its body included. */
    Set<ValidationMessage> operation(JsonNode operation) {
        return operations.get(operation.path("type").asText()).validate(operation);
    }

    /** Every record that a call brought, and every operation that was not refused. */
    void check(Request request, @Nullable JsonNode sent, JsonNode answer, String where) {
        for (JsonNode change : answer.path("changes")) {
            if (change.has("data")) {
                assertThat(record(change.path("kind").asText(), change.get("data")))
                        .as("%s: a record of kind %s", where, change.path("kind"))
                        .isEmpty();
            }
        }
        for (int i = 0; sent != null && i < answer.path("results").size(); i++) {
            if (!answer.path("results").path(i).path("outcome").asText().equals("REJECTED")) {
                JsonNode operation = sent.path("operations").path(i);
                assertThat(operation(operation)).as("%s: %s", where, operation).isEmpty();
            }
        }
    }
}
