package org.shouwang.contract;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The OpenAPI document of the running server, as a tree. */
record OpenApiDocument(JsonNode tree) {

    private static final String COMPONENT = "#/components/schemas/";

    static OpenApiDocument ofServer() {
        String json = given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return new OpenApiDocument(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the server's own document", e);
        }
    }

    /** A named schema; there must be one. */
    JsonNode schema(String name) {
        JsonNode schema = tree.at("/components/schemas/" + name);
        if (schema.isMissingNode()) {
            throw new IllegalStateException("the OpenAPI document has no schema " + name);
        }
        return schema;
    }

    static String nameIn(String reference) {
        return reference.substring(COMPONENT.length());
    }
}
