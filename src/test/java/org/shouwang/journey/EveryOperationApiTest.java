package org.shouwang.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

/** What holds for every operation of the OpenAPI document, also for those that are added tomorrow. */
@QuarkusTest
class EveryOperationApiTest {

    private static final List<String> OPEN =
            List.of("logIn", "logInWithCode", "requestLoginCode", "activate", "refreshSession", "logOut");
    private static final String SOME_ID = "00000000-0000-4000-8000-000000000000";

    private record Operation(Method method, String path, String id, Map<String, Object> details) {

        String address() {
            return path.replace("{code}", "610304101000").replaceAll("\\{[^}]+}", SOME_ID);
        }
    }

    @Test
    void nothingButSignInIsAnsweredWithoutAToken() {
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            Response answer = given().contentType(ContentType.JSON).request(operation.method(), operation.address());
            if (!OPEN.contains(operation.id())) {
                assertThat(answer.statusCode()).as(operation.id()).isEqualTo(401);
                assertThat(answer.<String>path("type")).isEqualTo("urn:shouwang:problem:not-signed-in");
            }
        });
    }

    @Test
    void aPostWithoutAnyRightReachesNoRecord() {
        List<String> ownBusiness = List.of(
                "getMe",
                "getArea",
                "listAreas",
                "listNotifications",
                "readNotification",
                "listDevices",
                "putDevice",
                "deleteDevice",
                "listAccessLog");

        assertThat(operations())
                .filteredOn(operation -> !OPEN.contains(operation.id()) && !ownBusiness.contains(operation.id()))
                .isNotEmpty()
                .allSatisfy(operation -> {
                    Response answer = Accounts.PRIVACY_OFFICER
                            .request()
                            .body("{}")
                            .request(operation.method(), operation.address());
                    assertThat(answer.statusCode()).as(operation.id()).isIn(403, 404, 422);
                });
    }

    @Test
    void everyOperationIsNamedAndDocumented() {
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.id()).isNotBlank();
            assertThat(operation.details().get("summary")).as(operation.id()).isNotNull();
            assertThat(operation.details().get("tags")).as(operation.id()).isNotNull();
            assertThat(operation.details().get("responses"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .as(operation.id())
                    .containsKeys("400", "401", "500", "503");
        });
    }

    private static List<Operation> operations() {
        JsonPath document = given().accept(ContentType.JSON)
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        return paths.entrySet().stream()
                .flatMap(
                        path -> path.getValue().entrySet().stream().flatMap(method -> operation(path.getKey(), method)))
                .toList();
    }

    private static Stream<Operation> operation(String path, Map.Entry<String, Map<String, Object>> method) {
        return Stream.of(Method.values())
                .filter(known -> known.name().equals(method.getKey().toUpperCase(Locale.ROOT)))
                .map(known -> new Operation(
                        known, path, String.valueOf(method.getValue().get("operationId")), method.getValue()));
    }
}
