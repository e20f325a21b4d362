package org.shouwang.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.testsupport.Accounts;

/** What the schemas of the contract allow, and that the server keeps to them. */
@QuarkusTest
class ContractSchemasApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ContractSource contract;

    /** Made once: reading them takes a moment. */
    private static SchemaCheck schemas;

    @BeforeEach
    void schemasOfTheRunningServer() {
        if (schemas == null) {
            schemas = new SchemaCheck(contract.schemas());
        }
    }

    private static List<JsonNode> pulled(Accounts who) throws JsonProcessingException {
        RequestSpecification phone = who.request();
        List<JsonNode> changes = new ArrayList<>();
        String cursor = "";
        JsonNode page;
        do {
            page = JSON.readTree(given().spec(phone)
                    .get("/api/v1/sync/changes?limit=500&cursor=" + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            page.path("changes").forEach(changes::add);
            cursor = page.path("cursor").asText();
        } while (page.path("more").asBoolean());
        return changes;
    }

    private static JsonNode someVisit() throws JsonProcessingException {
        return pulled(Accounts.DIRECTOR).stream()
                .filter(change -> change.path("kind").asText().equals("visit"))
                .findFirst()
                .orElseThrow()
                .path("data");
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECTOR", "CHAIR_AND_DIRECTOR", "COORDINATOR", "OTHER_TOWN_DIRECTOR", "TOWNSHIP_CHAIR"})
    void everyRecordThatAPhonePullsIsAsItsSchemaSays(Accounts who) throws JsonProcessingException {
        List<JsonNode> changes = pulled(who);

        assertThat(changes).isNotEmpty().allSatisfy(change -> assertThat(
                        schemas.record(change.path("kind").asText(), change.path("data")))
                .as("kind %s", change.path("kind"))
                .isEmpty());
    }

    @Test
    void aRecordThatHasLostAFieldIsNone() throws JsonProcessingException {
        ObjectNode visit = someVisit().deepCopy();

        visit.remove("startedAt");

        assertThat(schemas.record("visit", visit)).isNotEmpty();
    }

    @Test
    void whatIsNewToAnAppIsNoReasonToThrowARecordAway() throws JsonProcessingException {
        ObjectNode visit = someVisit().deepCopy();

        visit.put("method", "BY_DRONE").put("weather", "SUNNY");

        assertThat(schemas.record("visit", visit)).isEmpty();
    }

    @Test
    void whatAPhoneSendsHasNoFieldOrValueThatNobodyReads() throws JsonProcessingException {
        JsonNode operation = JSON.readTree("""
                {"id": "0192f0c4-3d2e-7c1a-9f7e-5a1e8c5b2d10", "type": "visit.amend", "at": "2026-11-18T02:31:00Z",
                 "workerId": "0192f0c4-3d2e-7c1a-9f7e-5a1e8c5b2d11",
                 "body": {"id": "0192f0c4-3d2e-7c1a-9f7e-5a1e8c5b2d12", "livingEnv": "POOR", "findings": null}}""");
        assertThat(schemas.operation(operation)).isEmpty();

        ObjectNode misspelt = operation.deepCopy();
        ((ObjectNode) misspelt.path("body")).set("livingenv", TextNode.valueOf("POOR"));
        ObjectNode unknown = operation.deepCopy();
        ((ObjectNode) unknown.path("body")).set("livingEnv", TextNode.valueOf("DRY"));

        assertThat(schemas.operation(misspelt)).isNotEmpty();
        assertThat(schemas.operation(unknown)).isNotEmpty();
    }
}
