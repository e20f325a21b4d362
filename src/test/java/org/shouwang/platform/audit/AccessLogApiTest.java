package org.shouwang.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** The privacy officer sees who looked at a child, and leaves a trace too. */
@QuarkusTest
class AccessLogApiTest {

    @Inject
    DataSource database;

    private UUID child;

    @BeforeEach
    void register() {
        child = Families.register(
                Accounts.DIRECTOR, Accounts.VILLAGE, Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE), "MEDIUM");
    }

    @Test
    void eachLookAtAChildIsShownNewestFirstWithItsReason() {
        Accounts.DIRECTOR.request().get("/api/v1/children/{id}", child).then().statusCode(200);
        Accounts.COORDINATOR
                .request()
                .body(Map.of("reason", "到派出所核对户口"))
                .post("/api/v1/children/{id}/full-look", child)
                .then()
                .statusCode(200);

        review("subjectId=" + child)
                .statusCode(200)
                .body("items.action", contains("child.full-look", "child.look"))
                .body("items.roleCode", contains("TOWNSHIP_COORDINATOR", "CHILDREN_DIRECTOR"))
                .body("items[0].reason", equalTo("到派出所核对户口"))
                .body("items.areaCode", everyItem(equalTo(Accounts.VILLAGE)));
    }

    @Test
    void aPageThatShowedTheChildIsFoundToo() {
        String worker = workerOf(Accounts.COORDINATOR);
        listUntilShown();

        review("subjectId=" + child + "&workerId=" + worker)
                .statusCode(200)
                .body("items.action", contains("child.list"))
                .body("items[0].workerId", equalTo(worker))
                .body("items[0].subjectId", nullValue());
    }

    /** Other tests have children in the town too: the page with this one is somewhere. */
    private void listUntilShown() {
        String cursor = "";
        List<String> shown = List.of();
        while (!shown.contains(child.toString())) {
            Response page = Accounts.COORDINATOR
                    .request()
                    .get("/api/v1/children?area=" + Accounts.VILLAGE + "&limit=500" + cursor);
            shown = page.path("items.id");
            cursor = "&cursor=" + page.path("next");
        }
    }

    @Test
    void theReviewIsALookItself() {
        review("subjectId=" + child).statusCode(200).body("items", empty());

        review("subjectId=" + child)
                .statusCode(200)
                .body("items.action", contains("access-log.review"))
                .body("items.roleCode", contains("PRIVACY_OFFICER"));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        for (int i = 0; i < 6; i++) {
            Accounts.DIRECTOR
                    .request()
                    .get("/api/v1/children/{id}", child)
                    .then()
                    .statusCode(200);
        }
        String worker = "workerId=" + workerOf(Accounts.DIRECTOR);
        List<String> whole = review(worker + "&limit=6").extract().path("items.id");

        List<String> paged = new ArrayList<>();
        String cursor = "";
        while (paged.size() < 6) {
            ValidatableResponse page = review(worker + "&limit=2" + cursor).body("items", hasSize(2));
            paged.addAll(page.extract().path("items.id"));
            cursor = "&cursor=" + page.extract().path("next");
        }

        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void daysAreLocalAndBothInclusive() {
        Accounts.DIRECTOR.request().get("/api/v1/children/{id}", child).then().statusCode(200);
        LocalDate today = Demo.today();

        review("subjectId=" + child + "&from=" + today + "&to=" + today).body("items", hasSize(1));
        review("subjectId=" + child + "&to=" + today.minusDays(1)).body("items", empty());
        review("subjectId=" + child + "&from=" + today.plusDays(1)).body("items", empty());
    }

    @Test
    void looksInAnotherCountyAreNotShown() throws SQLException {
        UUID look = UUID.randomUUID();
        Sql.update(database, """
                insert into access_log (id, at, worker_id, appointment_id, role_code, action, subject_type, subject_id,
                                        area_code)
                values (?, now(), ?, ?, 'CHILDREN_DIRECTOR', 'child.look', 'CHILD', ?, 620102001001)
                """, look, look, look, look);

        review("subjectId=" + look).statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECTOR", "COUNTY", "ADMINISTRATOR"})
    void onlyTheOfficerReviews(Accounts who) {
        who.request().get("/api/v1/access-log").then().statusCode(403);
    }

    private static String workerOf(Accounts who) {
        return who.request().get("/api/v1/me").path("worker.id");
    }

    private static ValidatableResponse review(String query) {
        return Accounts.PRIVACY_OFFICER
                .request()
                .get("/api/v1/access-log?" + query)
                .then();
    }
}
