package org.shouwang.platform.meta;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;

@QuarkusTest
class MetaApiTest {

    private static RequestSpecification app(String version) {
        return given().contentType(ContentType.JSON).header("X-App-Version", version);
    }

    @Test
    void anAppLearnsBeforeItSignsInWhatTheServerIs() {
        Instant now = Demo.now();

        String time = given().get("/api/v1/meta")
                .then()
                .statusCode(200)
                .body("product", equalTo("shouwang"))
                .body("zone", equalTo("Asia/Shanghai"))
                .body("minimumAppVersions", equalTo(Map.of("ANDROID", "1.0.0")))
                .body("kinds", hasItem("visit"))
                .body("operationTypes", hasItem("visit.record"))
                .body("limits", hasEntry("batchOperations", 200))
                .extract()
                .path("serverTime");

        assertThat(Instant.parse(time)).isBetween(now, now.plus(Duration.ofMinutes(1)));
    }

    @Test
    void anAppThatIsTooOldIsToldSo() {
        app("android/0.9.12")
                .header("Accept-Language", "en")
                .auth()
                .oauth2(Accounts.DIRECTOR.token())
                .get("/api/v1/sync/changes")
                .then()
                .statusCode(426)
                .contentType("application/problem+json")
                .body("type", endsWith(":app-too-old"));
    }

    @Test
    void whatItRecordedIsTakenInAllTheSame() {
        String token = app("android/0.9.12")
                .body(Map.of("phone", Accounts.DIRECTOR.phone(), "password", Accounts.PASSWORD))
                .post("/api/v1/auth/login")
                .then()
                .statusCode(200)
                .extract()
                .path("accessToken");

        app("android/0.9.12")
                .auth()
                .oauth2(token)
                .body(Map.of("operations", List.of()))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200);
        app("android/0.9.12").get("/api/v1/meta").then().statusCode(200);
    }

    @Test
    void thePlatformsThatHaveNoMinimumAndHeadersThatNobodyReadsAreAnswered() {
        String token = Accounts.DIRECTOR.token();

        for (String header : List.of("android/1.0.0", "ios/0.1.0", "0.1.0", "android/one", "android/0.9")) {
            app(header).auth().oauth2(token).get("/api/v1/me").then().statusCode(200);
        }
    }
}
