package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class EditHomeApiTest {

    @Inject
    DataSource database;

    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void aHome() {
        Accounts.DIRECTOR
                .request()
                .body(Records.home(Accounts.VILLAGE))
                .put("/api/v1/homes/{id}", id)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse patch(Accounts who, int version, Map<String, Object> patch) {
        return who.request()
                .header("If-Match", "\"" + version + "\"")
                .body(patch)
                .patch("/api/v1/homes/{id}", id)
                .then();
    }

    private long feedVersion() throws Exception {
        return Sql.number(database, "select version from sync_change where kind = 'home' and id = ?", id);
    }

    @Test
    void whatIsLeftOutStaysAndEveryChangedFactStandsInTheTrail() throws Exception {
        patch(Accounts.DIRECTOR, 0, Map.of("bookCount", 500, "zones", List.of("PLAY", "READING", "STUDY")))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("bookCount", equalTo(500))
                .body("zones", contains("PLAY", "READING", "STUDY"))
                .body("indoorM2", equalTo(36.5f))
                .body("status", equalTo("OPEN"));

        assertThat(Sql.number(
                        database,
                        "select count(*) from audit where subject_id = ? and action in ('home.edit.bookCount', 'home.edit.zones')",
                        id))
                .isEqualTo(2);
        assertThat(Sql.number(
                        database, "select count(*) from audit where subject_id = ? and action like 'home.edit.%'", id))
                .isEqualTo(2);
        assertThat(feedVersion()).isEqualTo(1);
    }

    @Test
    void listsAreReplacedAsAWholeAndMoveTheVersion() throws Exception {
        patch(Accounts.DIRECTOR, 0, Map.of("equipment", List.of(Map.of("name", "book shelf", "quantity", 2))))
                .statusCode(200);

        patch(Accounts.DIRECTOR, 1, Map.of("equipment", List.of(Map.of("name", "slide", "quantity", 1))))
                .statusCode(200)
                .body("equipment.name", contains("slide"))
                .body("version", equalTo(2));

        assertThat(feedVersion()).isEqualTo(2);
    }

    @Test
    void aClosedHomeSaysSinceWhenAndCountsNoMore() {
        patch(Accounts.DIRECTOR, 0, Map.of("status", "CLOSED", "statusSince", "2026-01-31"))
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("statusSince", equalTo("2026-01-31"))
                .body("qualified", equalTo(false));

        patch(Accounts.DIRECTOR, 1, Map.of("status", "SUSPENDED"))
                .statusCode(200)
                .body("statusSince", equalTo(Demo.today().toString()));
    }

    @Test
    void coverageDropsAHomeThatIsSuspended() {
        Map<String, Object> activity = Records.with(
                Records.with(Records.with(Records.activity(Accounts.VILLAGE), "place", null), "homeId", id),
                "startedAt",
                Demo.now().minusSeconds(7200).toString());
        activity =
                Records.with(activity, "endedAt", Demo.now().minusSeconds(3600).toString());
        Accounts.DIRECTOR
                .request()
                .body(activity)
                .put("/api/v1/activities/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
        patch(Accounts.DIRECTOR, 0, Map.of("functions", List.of("GAME", "READING", "STUDY_HELP")))
                .statusCode(200)
                .body("qualified", equalTo(true));

        patch(Accounts.DIRECTOR, 1, Map.of("status", "SUSPENDED"))
                .statusCode(200)
                .body("qualified", equalTo(false));
    }

    @Test
    void theSameRulesHoldAsForANewHome() {
        patch(Accounts.DIRECTOR, 0, Map.of("zones", List.of("PLAY")))
                .statusCode(422)
                .body("violations.rule", contains("home-zones"));
        patch(Accounts.DIRECTOR, 0, Map.of("statusSince", "2999-01-01"))
                .statusCode(422)
                .body("violations.rule", contains("home-status-since"));
        patch(Accounts.DIRECTOR, 0, Map.of("name", "  ")).statusCode(422);
        patch(Accounts.DIRECTOR, 0, Map.of("staff", List.of(Map.of("role", "MANAGER", "workerId", UUID.randomUUID()))))
                .statusCode(422)
                .body("violations.rule", contains("home-staff"));
    }

    @Test
    void onlyWhoMayWriteItEditsItAndFromItsNewestVersion() {
        patch(Accounts.OTHER_TOWN_DIRECTOR, 0, Map.of("bookCount", 1)).statusCode(404);
        patch(Accounts.TOWNSHIP_CHAIR, 0, Map.of("bookCount", 1)).statusCode(403);
        patch(Accounts.DIRECTOR, 0, Map.of("bookCount", 1)).statusCode(200);
        patch(Accounts.COORDINATOR, 0, Map.of("bookCount", 2)).statusCode(412);
        Accounts.DIRECTOR
                .request()
                .body(Map.of("bookCount", 3))
                .patch("/api/v1/homes/{id}", id)
                .then()
                .statusCode(428);
    }

    @Test
    void offlineTwoPeoplesChangesAreBothKept() {
        patch(Accounts.COORDINATOR, 0, Map.of("functions", List.of("GAME", "READING"), "address", "new address"))
                .statusCode(200);
        Map<String, Object> changes = Map.of(
                "functions", Map.of("from", List.of("GAME"), "to", List.of("GAME", "PSYCH")),
                "indoorM2", Map.of("from", 36.5, "to", 40));
        String worker = Accounts.DIRECTOR.request().get("/api/v1/me").path("worker.id");

        JsonPath answer = Accounts.DIRECTOR
                .request()
                .body(Map.of(
                        "operations",
                        List.of(Map.of(
                                "id",
                                UUID.randomUUID(),
                                "type",
                                "home.update",
                                "at",
                                Demo.now().toString(),
                                "serverTimeOffset",
                                0,
                                "workerId",
                                worker,
                                "body",
                                Map.of("id", id, "baseVersion", 0, "changes", changes)))))
                .post("/api/v1/sync/operations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(answer.getString("results[0].outcome")).as(answer.prettify()).isEqualTo("MERGED");
        assertThat(answer.getInt("results[0].record.version")).isEqualTo(2);
        Accounts.DIRECTOR
                .request()
                .get("/api/v1/homes/{id}", id)
                .then()
                .body("functions", contains("GAME", "READING", "PSYCH"))
                .body("indoorM2", equalTo(40.0f))
                .body("address", equalTo("new address"));
    }
}
