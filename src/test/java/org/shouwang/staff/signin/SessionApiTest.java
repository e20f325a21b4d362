package org.shouwang.staff.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class SessionApiTest {

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    @Inject
    PurgeTokens purge;

    @Test
    void anUnknownNumberCostsAsMuchAsAWrongPassword() {
        for (String phone : List.of(Accounts.DIRECTOR.phone(), "13911111111", "not a phone")) {
            double before = compared();

            logIn(phone, "wrong");

            assertThat(compared() - before).as(phone).isEqualTo(1);
        }
    }

    @RepeatedTest(8)
    void aTokenAndItsSuccessorHandedInTogetherLeaveOneBranchAtMost() throws Exception {
        String parent = logIn(Accounts.DIRECTOR.phone(), Accounts.PASSWORD).path("refreshToken");
        String child = refresh(parent).path("refreshToken");

        List<Integer> statuses = Together.statuses(
                List.of(() -> refresh(parent).statusCode(), () -> refresh(child).statusCode()));

        assertThat(statuses).containsExactlyInAnyOrder(200, 401);
        assertThat(Sql.number(database, """
                        select count(*) from refresh_token
                        where used_at is null
                          and family = (select family from refresh_token where token_hash = ?)
                        """, hash(parent))).isLessThanOrEqualTo(1);
    }

    @Test
    void expiredTokensAreForgottenAndOthersKept() throws Exception {
        String live = logIn(Accounts.DIRECTOR.phone(), Accounts.PASSWORD).path("refreshToken");
        Sql.update(database, """
                insert into refresh_token (token_hash, family, worker_id, issued_at, expires_at)
                select ?, ?, worker_id, now() - interval '2 days', now() - interval '1 day'
                from refresh_token where token_hash = ?
                """, "expired", UUID.randomUUID(), hash(live));

        int forgotten = purge.runOnce().await().atMost(Duration.ofSeconds(10));

        assertThat(forgotten).isEqualTo(1);
        assertThat(refresh(live).statusCode()).isEqualTo(200);
    }

    private double compared() {
        return meters.counter("shouwang.login.bcrypt").count();
    }

    private static Response logIn(String phone, String password) {
        return post("login", Map.of("phone", phone, "password", password));
    }

    private static Response refresh(String token) {
        return post("refresh", Map.of("refreshToken", token));
    }

    private static Response post(String action, Map<String, String> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/auth/" + action);
    }

    private static String hash(String token) throws Exception {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(token.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(digest);
    }
}
