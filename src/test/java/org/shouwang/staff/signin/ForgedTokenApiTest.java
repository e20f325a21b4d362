package org.shouwang.staff.signin;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.secret.TokenKey;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/** A token is good only as this server signed it, and only while its worker has a post. */
@QuarkusTest
class ForgedTokenApiTest {

    private static final String ISSUER = "shouwang";

    @Inject
    TokenKey key;

    @Inject
    DataSource database;

    private UUID worker;

    @BeforeEach
    void aWorker() {
        worker = UUID.fromString(Accounts.STATISTICS.request().get("/api/v1/me").path("worker.id"));
    }

    @Test
    void aTokenOfThisServerIsGood() {
        expect(200, good());
    }

    @Test
    void anotherKeyIsRefused() {
        SecretKeySpec other = new SecretKeySpec(new byte[32], "HmacSHA256");

        expect(401, claims(ISSUER, worker).expiresIn(600).sign(other));
    }

    @Test
    void anExpiredTokenIsRefused() {
        Instant past = Instant.now().minusSeconds(3600);

        expect(
                401,
                claims(ISSUER, worker)
                        .issuedAt(past)
                        .expiresAt(past.plusSeconds(600))
                        .sign(key.signing()));
    }

    @Test
    void anotherIssuerIsRefused() {
        expect(401, claims("elsewhere", worker).expiresIn(600).sign(key.signing()));
    }

    @Test
    void aChangedSubjectIsRefused() {
        String token = good();
        int payload = token.indexOf('.') + 1;
        int signature = token.indexOf('.', payload);
        String claims = new String(Base64.getUrlDecoder().decode(token.substring(payload, signature)), UTF_8);
        String changed = claims.replace(worker.toString(), UUID.randomUUID().toString());

        expect(
                401,
                token.substring(0, payload)
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(UTF_8))
                        + token.substring(signature));
    }

    @Test
    void anInactiveWorkerIsRefusedUntilActiveAgain() throws SQLException {
        Sql.update(database, "update worker set status = 'INACTIVE' where id = ?", worker);
        try {
            expect(401, good());
        } finally {
            Sql.update(database, "update worker set status = 'ACTIVE' where id = ?", worker);
        }
        expect(200, good());
    }

    @Test
    void aWorkerWhoseAppointmentEndedIsRefusedUntilAppointedAgain() throws SQLException {
        Sql.update(
                database,
                "update appointment set status = 'ENDED', ended_on = '2026-02-01' where worker_id = ?",
                worker);
        try {
            expect(401, good());
        } finally {
            Sql.update(
                    database, "update appointment set status = 'ACTIVE', ended_on = null where worker_id = ?", worker);
        }
        expect(200, good());
    }

    private String good() {
        return claims(ISSUER, worker).expiresIn(600).sign(key.signing());
    }

    private static JwtClaimsBuilder claims(String issuer, UUID worker) {
        return Jwt.issuer(issuer).subject(worker.toString()).upn(worker.toString());
    }

    private static void expect(int status, String token) {
        for (String path : new String[] {"/api/v1/me", "/api/v1/areas", "/api/v1/areas/" + Accounts.TOWN}) {
            var answer = given().auth().oauth2(token).get(path).then().statusCode(status);
            if (status == 401) {
                answer.body("type", equalTo("urn:shouwang:problem:not-signed-in"));
            }
        }
    }
}
