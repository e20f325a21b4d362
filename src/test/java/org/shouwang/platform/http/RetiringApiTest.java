package org.shouwang.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetiringApiTest {

    @Test
    void whoeverCallsWhatWillGoIsToldWhen() {
        given().get("/test/retiring/old")
                .then()
                .statusCode(200)
                .body("word", equalTo("old"))
                .header("Deprecation", equalTo("@1798732800"))
                .header("Sunset", equalTo("Wed, 30 Jun 2027 16:00:00 GMT"));
    }

    @Test
    void nothingElseSaysSo() {
        given().get("/test/retiring/new")
                .then()
                .statusCode(200)
                .header("Deprecation", nullValue())
                .header("Sunset", nullValue());
    }
}
