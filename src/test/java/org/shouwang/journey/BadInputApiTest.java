package org.shouwang.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;

/** Whatever a broken or hostile client sends is answered by a clear problem, and nothing is written. */
@QuarkusTest
class BadInputApiTest {

    private static final String VISIT = """
            {"householdId": "%s", "method": "HOME", "purpose": "ROUTINE", "outcome": "MET_CHILD",
             "startedAt": "%s", "children": [{"childId": "%s", "met": true}]}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"visit\"",
                "{\"householdId\": 7}",
                "{\"householdId\": \"not-a-uuid\"}",
                "{\"method\": \"BY_DRONE\"}",
                "{\"method\": 0}",
                "{\"startedAt\": \"2026-02-30T10:00:00Z\"}",
                "{\"startedAt\": \"yesterday\"}",
                "{\"startedAt\": 1790000000}",
                "{\"startedAt\": \"+999999999-12-31T23:59:59Z\"}",
                "{\"startedAt\": \"-999999999-01-01T00:00:00Z\"}",
                "{\"children\": \"all\"}",
                "{\"children\": [{\"childId\": \"831b76a6-73d5-3184-ae95-c0539e17e61d\", \"met\": \"yes\"}]}",
                "{\"children\": [{\"nextVisitOn\": \"2026-13-01\"}]}",
                "{\"findings\": \"\\u0000\"}",
                "{\"findings\": \"\\ud800\"}",
                "{\"method\": \"HOME\", \"method\": \"PHONE\"}",
                "{} {}"
            })
    void whatCannotBeReadIsABadRequest(String body) {
        UUID id = UUID.randomUUID();

        put(id, body).statusCode(400).body("type", equalTo("urn:shouwang:problem:malformed-request"));

        assertNothingStored(id);
    }

    @Test
    void theUnreadableFieldIsNamed() {
        put(UUID.randomUUID(), "{\"children\": [{\"met\": true}, {\"met\": \"yes\"}]}")
                .statusCode(400)
                .body("violations.field", hasItem("children[1].met"));
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        put(UUID.randomUUID(), "{}")
                .statusCode(422)
                .body("type", equalTo("urn:shouwang:problem:invalid"))
                .body("violations.field", hasItem("householdId"))
                .body("violations.field", hasItem("startedAt"))
                .body("violations.message", hasItem("不能为null"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void nothingIsNotARecord(String body) {
        put(UUID.randomUUID(), body).statusCode(422).body("violations.field", hasItem("form"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void aMomentOutOfAnyReasonIsRefused(String moment) {
        UUID id = UUID.randomUUID();

        put(id, VISIT.formatted(Demo.id("household", 1), moment, Demo.id("child", 2)))
                .statusCode(422);

        assertNothingStored(id);
    }

    @Test
    void anIdThatIsNoUuidIsABadRequest() {
        for (String path :
                new String[] {"visits/7", "visits/1-1-1-1-1", "tasks/x", "children/x", "areas/61030410100"}) {
            Accounts.DIRECTOR
                    .request()
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:shouwang:problem:malformed-request"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=501",
                "limit=many",
                "cursor=%25%25",
                "cursor=bm9uc2Vuc2U",
                "area=1",
                "riskLevel=PURPLE"
            })
    void aParameterThatMakesNoSenseIsRefused(String query) {
        int status = Accounts.DIRECTOR
                .request()
                .urlEncodingEnabled(false)
                .get("/api/v1/children?" + query)
                .then()
                .body("type", notNullValue())
                .extract()
                .statusCode();

        assertThat(status).isIn(400, 422);
    }

    @Test
    void bytesThatAreNoTextAreABadRequest() {
        given().contentType("application/json")
                .body(new byte[] {0, 0, '{', 0})
                .post("/api/v1/auth/login")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:shouwang:problem:malformed-request"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        put(UUID.randomUUID(), "{\"findings\": \"" + "x".repeat(2_000_000) + "\"}")
                .statusCode(413)
                .body("type", equalTo("urn:shouwang:problem:too-large"));
    }

    @Test
    void anotherMediaTypeIsRefused() {
        Accounts.DIRECTOR
                .request()
                .contentType("text/plain")
                .body("hello")
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(415)
                .body("type", equalTo("urn:shouwang:problem:unsupported-media-type"));
    }

    @Test
    void anAddressThatDoesNotExistIsNotFound() {
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:shouwang:problem:not-found"));
    }

    @Test
    void aDeepNestIsRefused() {
        put(UUID.randomUUID(), "{\"x\":".repeat(2000) + "1" + "}".repeat(2000)).statusCode(400);
    }

    @Test
    void unknownPropertiesAreIgnored() {
        UUID id = UUID.randomUUID();
        String form = VISIT.formatted(Demo.id("household", 1), Demo.now().minusSeconds(60), Demo.id("child", 2));

        put(id, form.replace("\"method\"", "\"newerField\": {\"a\": [1]}, \"method\""))
                .statusCode(201);
        put(id, form).statusCode(200);
    }

    @Test
    void problemsComeInTheLanguageAskedFor() {
        put(UUID.randomUUID(), "{").body("title", equalTo("请求无法读取"));
        Accounts.DIRECTOR
                .request()
                .header("Accept-Language", "en-GB,en;q=0.9")
                .body("{")
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .body("title", equalTo("The request cannot be read"));
    }

    @Test
    void everyAnswerCarriesARequestId() {
        String id = put(UUID.randomUUID(), "{").extract().header("X-Request-Id");

        assertThat(id).isNotBlank();
        Accounts.DIRECTOR
                .request()
                .header("X-Request-Id", "from-the-proxy-1")
                .get("/api/v1/me")
                .then()
                .header("X-Request-Id", equalTo("from-the-proxy-1"));
    }

    private static ValidatableResponse put(UUID visit, String body) {
        return Accounts.DIRECTOR
                .request()
                .body(body)
                .put("/api/v1/visits/{id}", visit)
                .then();
    }

    private static void assertNothingStored(UUID visit) {
        Accounts.DIRECTOR.request().get("/api/v1/visits/{id}", visit).then().statusCode(404);
    }
}
