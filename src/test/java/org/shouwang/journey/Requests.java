package org.shouwang.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** How the rows of the matrix ask. */
final class Requests {

    private Requests() {}

    static UUID fresh() {
        return UUID.randomUUID();
    }

    static Response get(RequestSpecification who, String path, UUID id) {
        return who.get("/api/v1" + path, id);
    }

    static Response list(RequestSpecification who, String path, Place at) {
        return who.queryParam("area", at.village()).queryParam("limit", 500).get("/api/v1" + path);
    }

    /** Puts something that is not there yet. */
    static Response put(RequestSpecification who, Map<String, Object> body, String path) {
        return who.body(body).put("/api/v1" + path, fresh());
    }

    static Response post(RequestSpecification who, Map<String, Object> body, String path, Object... ids) {
        return who.body(body).post("/api/v1" + path, ids);
    }

    /** Sends a file of comma-separated values. */
    static Response send(RequestSpecification who, String path, String file) {
        return who.contentType("application/octet-stream")
                .body(file.getBytes(UTF_8))
                .post("/api/v1" + path);
    }

    static Map<String, Object> device() {
        return Map.of("platform", "ANDROID", "channel", "NONE", "appVersion", "1.0");
    }
}
