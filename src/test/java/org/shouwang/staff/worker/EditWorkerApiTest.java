package org.shouwang.staff.worker;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.staff.NewCounty;
import org.shouwang.staff.Roster;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class EditWorkerApiTest {

    private static final String PHONE = "13700000031";
    private static final String NEW_PHONE = "13700000032";

    @Inject
    DataSource database;

    private NewCounty county;
    private UUID director;

    @BeforeEach
    void aDirector() throws SQLException {
        county = NewCounty.found(database);
        director = Roster.make(NewCounty.COORDINATOR, Roster.line("王芳", PHONE, "儿童主任", NewCounty.VILLAGE));
        Sql.update(
                database,
                "update worker set password_hash = (select password_hash from worker where id = ?) where id = ?",
                NewCounty.workerId(Accounts.DIRECTOR),
                director);
    }

    @AfterEach
    void noCounty() throws SQLException {
        county.dissolve();
    }

    @Test
    void theOldPhoneSignsNobodyInAndTheNewOneDoes() throws SQLException {
        String token = signIn(PHONE).then().statusCode(200).extract().path("accessToken");

        edit(NewCounty.COORDINATOR, Map.of("phone", NEW_PHONE))
                .statusCode(200)
                .body("phoneMasked", equalTo("137****0032"));

        signIn(PHONE).then().statusCode(401);
        signIn(NEW_PHONE).then().statusCode(200);
        given().auth().oauth2(token).get("/api/v1/me").then().statusCode(200);
        assertThat(trail("worker.change-phone")).isEqualTo(1);
        assertThat(trail("worker.edit")).isZero();
    }

    @Test
    void aPhoneThatSomebodyHasIsNotTakenFromThem() throws SQLException {
        edit(NewCounty.COORDINATOR, Map.of("phone", Accounts.COUNTY.phone()))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:already-registered"))
                .body("detail", not(matchesPattern(".*\\d.*")));

        assertThat(trail("worker.change-phone")).isZero();
    }

    @Test
    void theSamePhoneIsNoChange() throws SQLException {
        edit(NewCounty.COORDINATOR, Map.of("phone", "137 0000 0031"))
                .statusCode(200)
                .body("version", equalTo(version()));

        assertThat(trail("worker.change-phone")).isZero();
    }

    @Test
    void nameAndSexAreCorrected() throws SQLException {
        edit(NewCounty.COORDINATOR, Map.of("fullName", "王 方", "sexCode", "2"))
                .statusCode(200)
                .header("ETag", equalTo("\"" + version() + "\""))
                .body("fullName", equalTo("王方"))
                .body("sexCode", equalTo("2"));

        assertThat(trail("worker.edit")).isEqualTo(1);
    }

    @Test
    void everythingIsChecked() {
        edit(NewCounty.COORDINATOR, Map.of("fullName", "王", "phone", "0917-6212345", "status", "INACTIVE"))
                .statusCode(422)
                .body("violations.rule", contains("person-name", "mobile-number", "worker-has-posts"));
    }

    @Test
    void anEditNamesTheVersionThatItWasMadeFrom() throws SQLException {
        edit(NewCounty.COORDINATOR, Map.of("sexCode", "2"), null)
                .statusCode(428)
                .body("type", equalTo("urn:shouwang:problem:version-required"));
        edit(NewCounty.COORDINATOR, Map.of("sexCode", "2"), "*").statusCode(428);
        edit(NewCounty.COORDINATOR, Map.of("sexCode", "2"), "latest").statusCode(400);
        edit(NewCounty.COORDINATOR, Map.of("sexCode", "2"), "\"" + (version() + 1) + "\"")
                .statusCode(412)
                .body("type", equalTo("urn:shouwang:problem:stale-version"));
        edit(NewCounty.COORDINATOR, Map.of("sexCode", "2"), "W/\"" + version() + "\"")
                .statusCode(200);
    }

    @Test
    void ofTwoEditsAtTheSameMomentOneIsStale() throws Exception {
        String tag = "\"" + version() + "\"";

        List<Integer> statuses = Together.statuses(List.of(
                () -> edit(NewCounty.COORDINATOR, Map.of("fullName", "王方"), tag)
                        .extract()
                        .statusCode(),
                () -> edit(NewCounty.ADMINISTRATOR, Map.of("fullName", "王放"), tag)
                        .extract()
                        .statusCode()));

        assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void twoWhoWantOnePhoneAtTheSameMomentDoNotBothGetIt() throws Exception {
        UUID other = Roster.make(NewCounty.ADMINISTRATOR, Roster.line("李敏", "13700000033", "儿童主任", NewCounty.VILLAGE));

        List<Integer> statuses = Together.statuses(
                List.of(() -> patch(NewCounty.ADMINISTRATOR, director), () -> patch(NewCounty.ADMINISTRATOR, other)));

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whoIsNotTheirsIsNotEdited() throws SQLException {
        edit(Accounts.COORDINATOR, Map.of("sexCode", "2")).statusCode(404);
        edit(NewCounty.WOMENS_LINE, Map.of("sexCode", "2")).statusCode(403);
        edit(Accounts.DIRECTOR, Map.of("sexCode", "2")).statusCode(403);
    }

    @Test
    void nobodyEditsThemselves() {
        issue(NewCounty.ADMINISTRATOR, NewCounty.workerId(NewCounty.ADMINISTRATOR))
                .statusCode(403);
    }

    @Test
    void whoLeftOfficeIsDeactivatedAndSignsInNoMore() throws SQLException {
        leaveOffice();

        edit(NewCounty.COORDINATOR, Map.of("status", "INACTIVE"))
                .statusCode(200)
                .body("status", equalTo("INACTIVE"));

        signIn(PHONE).then().statusCode(401);
        issue(NewCounty.COORDINATOR, director).statusCode(409);
        Roster.send(NewCounty.COORDINATOR, Roster.line("王芳", PHONE, "儿童主任", NewCounty.VILLAGE))
                .body("lines[0].rules.rule", contains("worker-inactive"));
    }

    @Test
    void whoIsActiveAgainSignsInAnew() throws SQLException {
        String before = signIn(PHONE).then().statusCode(200).extract().path("refreshToken");
        leaveOffice();

        edit(NewCounty.COORDINATOR, Map.of("status", "INACTIVE")).statusCode(200);
        edit(NewCounty.COORDINATOR, Map.of("status", "ACTIVE")).statusCode(200);

        given().contentType(ContentType.JSON)
                .body(Map.of("refreshToken", before))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(401);
        signIn(PHONE).then().statusCode(200);
    }

    @Test
    void aNewCodeIsIssuedAndAudited() throws SQLException {
        String expiresAt = issue(NewCounty.COORDINATOR, director)
                .statusCode(200)
                .body("code", matchesPattern("[A-Z0-9]{4}-[A-Z0-9]{4}"))
                .extract()
                .path("expiresAt");

        assertThat(Instant.parse(expiresAt)).isAfter(Demo.now().plus(Duration.ofHours(1)));
        assertThat(trail("worker.issue-code")).isEqualTo(1);
    }

    @Test
    void aNewCodeWorksAndTheOneBeforeIsDead() {
        String first = issue(NewCounty.COORDINATOR, director).extract().path("code");
        String second = issue(NewCounty.COORDINATOR, director).extract().path("code");

        activate(first).then().statusCode(401);
        activate(second).then().statusCode(200);
    }

    private int patch(Accounts by, UUID worker) throws SQLException {
        return by.request()
                .header("If-Match", "\"" + version(worker) + "\"")
                .body(Map.of("phone", NEW_PHONE))
                .patch("/api/v1/workers/{id}", worker)
                .statusCode();
    }

    private void leaveOffice() throws SQLException {
        Sql.update(
                database,
                "update appointment set status = 'ENDED', ended_on = '2026-02-01' where worker_id = ?",
                director);
    }

    private ValidatableResponse edit(Accounts by, Map<String, Object> patch) {
        try {
            return edit(by, patch, "\"" + version() + "\"");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private ValidatableResponse edit(Accounts by, Map<String, Object> patch, @Nullable String tag) {
        var request = by.request().body(patch);
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return request.patch("/api/v1/workers/{id}", director).then();
    }

    private static ValidatableResponse issue(Accounts by, UUID worker) {
        return by.request().post("/api/v1/workers/{id}/activation-code", worker).then();
    }

    private static Response activate(String code) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("phone", PHONE, "code", code, "password", "槐树下的第一场雪很安静"))
                .post("/api/v1/auth/activate");
    }

    private static Response signIn(String phone) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("phone", phone, "password", Accounts.PASSWORD))
                .post("/api/v1/auth/login");
    }

    private int version() throws SQLException {
        return version(director);
    }

    private int version(UUID worker) throws SQLException {
        return (int) Sql.number(database, "select version from worker where id = ?", worker);
    }

    private long trail(String action) throws SQLException {
        return Sql.number(database, "select count(*) from audit where action = ? and subject_id = ?", action, director);
    }
}
