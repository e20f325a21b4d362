package org.shouwang.staff.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.platform.problem.Result;
import org.shouwang.testsupport.Accounts;

/** A door at which as many stand as it lets in, none of whom goes on. */
@QuarkusTest
class FullDoorApiTest {

    private final List<UniEmitter<? super Result<String>>> standing = new ArrayList<>();

    @Inject
    FrontDoor door;

    @BeforeEach
    void fill() {
        while (door.full().isEmpty()) {
            door.enter(() -> Uni.createFrom().<Result<String>>emitter(standing::add))
                    .subscribe()
                    .with(left -> {});
        }
    }

    @AfterEach
    void empty() {
        standing.forEach(one -> one.complete(Result.ok("in")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "login/code", "code", "activate"})
    void whoComesIsSentAwayBeforeAnythingIsRead(String way) {
        Response answer = given().contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("{")
                .post("/api/v1/auth/" + way);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).endsWith("overloaded");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(5, 15);
    }

    @Test
    void whoIsSignedInDoesNotNotice() {
        String refreshed = Doors.post("refresh", Map.of("refreshToken", "nobody's"))
                .jsonPath()
                .getString("type");

        assertThat(refreshed).endsWith("not-signed-in");
    }

    @Test
    void oneWhoLeavesMakesRoom() {
        standing.get(0).complete(Result.ok("in"));

        Response answer =
                Doors.post("login", Map.of("phone", Accounts.DIRECTOR.phone(), "password", Accounts.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
