package org.shouwang.staff.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.WorkerRows;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/** The ways in, as an app uses them, and workers who are nobody of the demo district. */
final class Doors {

    static final String NEW_PASSWORD = "kqzv btwm xr";

    private Doors() {}

    /** A worker of the first village without a password. */
    record Newcomer(UUID id, String phone) {}

    static Newcomer newcomer(DataSource database, FieldCipher cipher, KeyedHash hash) throws SQLException {
        UUID id = UUID.randomUUID();
        PhoneNumber phone = new PhoneNumber(unknownNumber());
        Sql.update(
                database,
                "insert into worker (id, full_name, sex_code, phone_cipher, phone_hash) values (?, '欧阳秀英', '2', ?, ?)",
                id,
                cipher.encrypt(phone.value(), WorkerRows.phonePlace(id)),
                hash.of(phone));
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on)"
                        + " values (?, ?, 'WOMENS_EXECUTIVE', ?, '2026-01-05')",
                UUID.randomUUID(),
                id,
                Long.valueOf(Accounts.VILLAGE));
        return new Newcomer(id, phone.value());
    }

    /** Takes a newcomer away again as far as others could meet it. */
    static void forget(DataSource database, Newcomer worker) throws SQLException {
        Sql.update(database, "update worker set status = 'INACTIVE' where id = ?", worker.id());
        Sql.update(
                database,
                "update appointment set status = 'ENDED', ended_on = '2026-02-01' where worker_id = ?",
                worker.id());
    }

    /** A number that nobody has. */
    static String unknownNumber() {
        return "199%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    static String issue(Pool pool, ActivationCodes codes, UUID worker) {
        Map<UUID, String> issued = pool.withTransaction(transaction -> codes.issue(transaction, List.of(worker)))
                .await()
                .atMost(Duration.ofSeconds(10));
        return Objects.requireNonNull(issued.get(worker));
    }

    static Response post(String action, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/auth/" + action);
    }

    static ValidatableResponse activate(String phone, String code, String password) {
        return post("activate", Map.of("phone", phone, "code", code, "password", password))
                .then();
    }

    static Response logIn(String phone, String password) {
        return post("login", Map.of("phone", phone, "password", password));
    }

    static Response refresh(String token) {
        return post("refresh", Map.of("refreshToken", token));
    }

    /** How often this number asked for a code in vain or not is the server's secret: the answer is always this. */
    static void askForCode(String phone) {
        assertThat(post("code", Map.of("phone", phone)).statusCode()).isEqualTo(202);
    }

    /** The codes that the webhook got for a number, the oldest first. */
    static List<String> codesOf(String phone) {
        return given().get("/dev/sms")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("messages.findAll { it.phone == '" + phone + "' }.code");
    }
}
