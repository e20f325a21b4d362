package org.shouwang.staff.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class AuthApiTest {

    @Test
    void aWorkerSignsInAndSeesTheOwnPosts() {
        Accounts.CHAIR_AND_DIRECTOR
                .request()
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("worker.phoneMasked", equalTo("139****0003"))
                .body("appointments.roleCode", hasItems("WOMENS_CHAIR", "CHILDREN_DIRECTOR"))
                .body("appointments[0].areaCode", equalTo(Accounts.SECOND_VILLAGE));
    }

    @Test
    void aWrongPasswordAndAnUnknownNumberAreAnsweredAlike() {
        for (String phone : new String[] {Accounts.DIRECTOR.phone(), "13911111111", "not a phone"}) {
            post("/api/v1/auth/login", Map.of("phone", phone, "password", "wrong"))
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:shouwang:problem:login-failed"));
        }
    }

    @Test
    void aRequestWithoutTokenOrWithAForgedOneIsNotSignedIn() {
        given().get("/api/v1/me").then().statusCode(401).body("type", equalTo("urn:shouwang:problem:not-signed-in"));
        given().auth()
                .oauth2("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("type", equalTo("urn:shouwang:problem:not-signed-in"));
    }

    @Test
    void aLostReplyToARefreshLocksNobodyOut() {
        String first = signIn();
        post("/api/v1/auth/refresh", Map.of("refreshToken", first)).statusCode(200);

        String second = post("/api/v1/auth/refresh", Map.of("refreshToken", first))
                .statusCode(200)
                .body("accessToken", notNullValue())
                .extract()
                .path("refreshToken");

        post("/api/v1/auth/refresh", Map.of("refreshToken", second)).statusCode(200);
    }

    @Test
    void aTokenUsedAfterItsSuccessorWasUsedKillsTheFamily() {
        String first = signIn();
        String second = post("/api/v1/auth/refresh", Map.of("refreshToken", first))
                .extract()
                .path("refreshToken");
        String third = post("/api/v1/auth/refresh", Map.of("refreshToken", second))
                .extract()
                .path("refreshToken");

        post("/api/v1/auth/refresh", Map.of("refreshToken", first)).statusCode(401);

        post("/api/v1/auth/refresh", Map.of("refreshToken", third)).statusCode(401);
    }

    @Test
    void loggingOutEndsTheSession() {
        String token = signIn();

        post("/api/v1/auth/logout", Map.of("refreshToken", token)).statusCode(204);

        post("/api/v1/auth/refresh", Map.of("refreshToken", token)).statusCode(401);
    }

    private static String signIn() {
        return post("/api/v1/auth/login", Map.of("phone", Accounts.DIRECTOR.phone(), "password", Accounts.PASSWORD))
                .statusCode(200)
                .extract()
                .path("refreshToken");
    }

    private static ValidatableResponse post(String path, Map<String, String> body) {
        return given().contentType(ContentType.JSON).body(body).post(path).then();
    }
}
