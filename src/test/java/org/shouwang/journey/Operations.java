package org.shouwang.journey;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The operations of the OpenAPI document that the running server gives. */
final class Operations {

    private static final String SOME_ID = "00000000-0000-4000-8000-000000000000";

    private Operations() {}

    record Operation(Method method, String path, String id, Map<String, Object> details) {

        String address() {
            return path.replace("{code}", "610304101000").replaceAll("\\{[^}]+}", SOME_ID);
        }
    }

    static List<Operation> all() {
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
