package org.shouwang.staff.worker;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.staff.NewCounty;
import org.shouwang.staff.Roster;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/** A one-time code that somebody kept is no way into the post that its worker gets later. */
@QuarkusTest
class CodesAfterImportApiTest {

    private static final String PHONE = "13700000041";
    private static final String PROMOTED = Roster.line("王芳", PHONE, "县民政局", NewCounty.COUNTY);
    private static final String CHAIR_TOO = Roster.line("王芳", PHONE, "村妇联主席", NewCounty.VILLAGE);

    @Inject
    DataSource database;

    private NewCounty county;
    private UUID director;
    private String kept;

    @BeforeEach
    void aDirectorWhoseCodeTheCoordinatorKept() throws SQLException {
        county = NewCounty.found(database);
        var report = Roster.send(NewCounty.COORDINATOR, Roster.line("王芳", PHONE, "儿童主任", NewCounty.VILLAGE))
                .statusCode(200)
                .extract()
                .jsonPath();
        director = UUID.fromString(report.getString("lines[0].workerId"));
        kept = report.getString("lines[0].activationCode");
    }

    @AfterEach
    void noCounty() throws SQLException {
        county.dissolve();
    }

    @Test
    void whoIsPromotedBeforeTheFirstSignInGetsAFreshCode() {
        String fresh = Roster.send(NewCounty.ADMINISTRATOR, PROMOTED)
                .statusCode(200)
                .body("lines[0].outcome", equalTo("APPOINTED"))
                .body("lines[0].activationCode", notNullValue())
                .extract()
                .path("lines[0].activationCode");

        activate(kept).statusCode(401);
        activate(fresh).statusCode(200);
    }

    @Test
    void aCodeThatWasOpenWhenSomebodyWithAPasswordWasPromotedIsDead() throws SQLException {
        Sql.update(
                database,
                "update worker set password_hash = (select password_hash from worker where id = ?) where id = ?",
                NewCounty.workerId(Accounts.DIRECTOR),
                director);

        Roster.send(NewCounty.ADMINISTRATOR, PROMOTED)
                .statusCode(200)
                .body("lines[0].outcome", equalTo("APPOINTED"))
                .body("lines[0].activationCode", nullValue());

        activate(kept).statusCode(401);
    }

    @Test
    void whoCouldNotHaveGivenAllThePostsGetsNoCode() {
        Roster.send(NewCounty.ADMINISTRATOR, PROMOTED).statusCode(200);

        Roster.send(NewCounty.WOMENS_LINE, CHAIR_TOO)
                .statusCode(200)
                .body("lines[0].outcome", equalTo("APPOINTED"))
                .body("lines[0].activationCode", nullValue());
    }

    private static ValidatableResponse activate(String code) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("phone", PHONE, "code", code, "password", "槐树下的第一场雪很安静"))
                .post("/api/v1/auth/activate")
                .then();
    }
}
