package org.shouwang.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.Limit;
import org.shouwang.platform.http.Messages;
import org.shouwang.platform.problem.Problem;

/** The committed contract says what the code says. */
@QuarkusTest
class ContractApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Messages messages;

    @Inject
    ContractSource contract;

    @Test
    void theOpenApiDocumentIsWhatTheCodeGives() {
        String document = openApi();

        assertThat(document).contains("openapi: 3.0.3", "operationId: logIn").doesNotContain("/dev/");
        new ContractFile("openapi/openapi.yaml", document).check();
    }

    @Test
    void theErrorCatalogueIsWhatTheCodeGives() throws JsonProcessingException {
        ArrayNode catalogue = JSON.createArrayNode();
        for (Problem problem : Problem.values()) {
            ObjectNode entry = catalogue.addObject();
            entry.put("type", problem.type());
            entry.put("status", problem.status());
            entry.put("app", problem.appAction().name());
            entry.put("retry", problem.appAction() == Problem.AppAction.RETRY);
            for (Locale locale : new Locale[] {Messages.CHINESE, Locale.ENGLISH}) {
                ObjectNode texts = entry.putObject(locale.toLanguageTag());
                texts.put("title", messages.text(locale, "problem." + problem.slug() + ".title"));
                texts.put("detail", messages.text(locale, "problem." + problem.slug() + ".detail"));
            }
        }

        new ContractFile("mobile-contract/errors/errors.json", pretty(catalogue)).check();
    }

    @Test
    void theSchemasAreWhatTheCodeTakesAndAnswers() {
        ContractSchemas schemas = contract.schemas();

        new ContractFolder("mobile-contract/schemas/feed", ".json").check(schemas.kinds());
        new ContractFolder("mobile-contract/schemas/operations", ".json").check(schemas.operations());
    }

    @Test
    void theLimitsAreThoseThatTheCodeKeepsTo() throws JsonProcessingException {
        ArrayNode all = JSON.createArrayNode();
        contract.limits().sorted(Comparator.comparing(Limit::name)).forEach(limit -> all.addObject()
                .put("name", limit.name())
                .put("value", limit.value())
                .put("meaning", limit.meaning()));

        assertThat(all.findValuesAsText("name")).doesNotHaveDuplicates();
        new ContractFile("mobile-contract/limits.json", pretty(all)).check();
    }

    @Test
    void thePushPayloadIsWhatTheCodeSends() throws JsonProcessingException {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Data of a push");
        schema.put(
                "description",
                "All that a push says: fetch the notification for the rest. It never holds personal data.");
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("nid")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "Id of the notification");
        ObjectNode type = properties.putObject("type").put("type", "string");
        type.put("description", "Event of the notification; treat one that you do not know as any other");
        ArrayNode events = type.putArray("examples");
        pushEvents().forEach(events::add);
        schema.putArray("required").add("nid").add("type");

        new ContractFile("mobile-contract/push/data.schema.json", pretty(schema)).check();
    }

    private static List<String> pushEvents() {
        return ResourceBundle.getBundle("messages/messages", Messages.CHINESE).keySet().stream()
                .filter(key -> key.startsWith("push.") && key.endsWith(".title"))
                .map(key -> key.substring("push.".length(), key.length() - ".title".length()))
                .filter(event -> !event.equals("other"))
                .sorted()
                .toList();
    }

    private static String openApi() {
        return given().get("/q/openapi").then().statusCode(200).extract().asString();
    }

    static String pretty(com.fasterxml.jackson.databind.JsonNode node) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }
}
