package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.COUNTY;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.STATISTICS;
import static org.shouwang.visit.VisitJson.met;
import static org.shouwang.visit.VisitJson.visit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

@QuarkusTest
class VerifyVisitApiTest {

    private static final String TO_COORDINATOR = "visit-returned-author-left TOWNSHIP_COORDINATOR";

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private final UUID id = UUID.randomUUID();
    private Family family;
    private String director;
    private String coordinator;

    @BeforeEach
    void aVisit() {
        family = Family.in(Accounts.VILLAGE, database);
        director = DIRECTOR.token();
        coordinator = COORDINATOR.token();
        record(director, id);
    }

    private void record(String token, UUID visit) {
        Accounts.with(token)
                .body(visit(family, clock.instant(), met(family.child(RiskLevel.LOW))))
                .put("/api/v1/visits/" + visit)
                .then()
                .statusCode(201);
    }

    private static Map<String, Object> verified() {
        return Map.of("id", UUID.randomUUID(), "verdict", "VERIFIED");
    }

    private static Map<String, Object> returned() {
        return Map.of("id", UUID.randomUUID(), "verdict", "RETURNED", "comment", "请补充孩子的情况");
    }

    private ValidatableResponse verify(int seen, Map<String, Object> form) {
        return Accounts.with(coordinator)
                .header("If-Match", "\"" + seen + "\"")
                .body(form)
                .post("/api/v1/visits/" + id + "/verification")
                .then();
    }

    private ValidatableResponse amend(int version, Map<String, Object> amendment) {
        return Accounts.with(director)
                .header("If-Match", "\"" + version + "\"")
                .body(amendment)
                .patch("/api/v1/visits/" + id)
                .then();
    }

    private List<String> desk(String status) {
        return Accounts.with(coordinator)
                .get("/api/v1/visits?limit=500&area=" + Accounts.VILLAGE + "&verifyStatus=" + status)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void whatWasFoundRightDoesNotChangeAnyMore() {
        verify(0, verified())
                .statusCode(200)
                .body("verifyStatus", equalTo("VERIFIED"))
                .body(
                        "verifiedBy",
                        equalTo(COORDINATOR.appointment("TOWNSHIP_COORDINATOR").toString()))
                .header("ETag", equalTo("\"1\""));

        amend(1, Map.of("livingEnv", "POOR")).statusCode(409);
        verify(1, returned()).statusCode(409);
        verify(1, verified()).statusCode(409);
        assertThat(desk("VERIFIED")).contains(id.toString());
        assertThat(desk("PENDING")).doesNotContain(id.toString());
    }

    @Test
    void aReturnedVisitTellsItsAuthorAndIsPendingAgainWhenAmended() throws Exception {
        verify(0, returned()).statusCode(200).body("verifyComment", equalTo("请补充孩子的情况"));

        assertThat(told()).containsExactly("visit-returned CHILDREN_DIRECTOR");
        assertThat(desk("RETURNED")).contains(id.toString());

        amend(1, Map.of("livingEnv", "POOR"))
                .statusCode(200)
                .body("verifyStatus", equalTo("PENDING"))
                .body("verifyComment", nullValue())
                .body("verifiedBy", nullValue());
        Accounts.with(director)
                .get("/api/v1/visits/" + id + "/versions")
                .then()
                .body("items.verifyStatus", contains("PENDING", "RETURNED"))
                .body("items[1].verifyComment", equalTo("请补充孩子的情况"));

        verify(2, verified()).statusCode(200);
    }

    @Test
    void aReturnedVisitWhoseAuthorHasLeftTellsWhoeverHoldsThePostNow() throws Exception {
        authorHasLeft("CHILDREN_DIRECTOR");

        verify(1, returned()).statusCode(200);

        assertThat(told())
                .contains("visit-returned-author-left CHILDREN_DIRECTOR")
                .doesNotContain(TO_COORDINATOR);
    }

    /** The village has no chair. */
    @Test
    void whereNobodyHoldsThePostTheCoordinatorHears() throws Exception {
        authorHasLeft("WOMENS_CHAIR");

        verify(1, returned()).statusCode(200);

        assertThat(told()).containsExactly(TO_COORDINATOR);
    }

    @Test
    void anAuthorWhoWasAppointedAnewIsToldInTheNewPost() throws Exception {
        visitor(DIRECTOR.appointment("CHILDREN_DIRECTOR"), "WOMENS_CHAIR");

        verify(1, returned()).statusCode(200);

        assertThat(told()).containsExactly("visit-returned CHILDREN_DIRECTOR");
    }

    /** The visit was made by somebody who held this post before, and holds none in the village now. */
    private void authorHasLeft(String role) throws Exception {
        visitor(STATISTICS.appointment("STATISTICS_OFFICER"), role);
    }

    /** The visit was made by whoever holds this appointment, under another one that has ended. */
    private void visitor(UUID holder, String role) throws Exception {
        UUID ended = UUID.randomUUID();
        Sql.update(database, """
                insert into appointment (id, worker_id, role_code, area_code, appointed_on, status, ended_on)
                select ?, worker_id, ?, ?, '2020-01-01', 'ENDED', '2021-01-01' from appointment where id = ?
                """, ended, role, Long.valueOf(Accounts.VILLAGE), holder);
        Sql.update(database, """
                update visit set visitor_appointment_id = ?,
                    created_by = (select worker_id from appointment where id = ?)
                where id = ?
                """, ended, holder, id);
    }

    private List<String> told() throws Exception {
        List<String> told = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select n.event || ' ' || a.role_code
                        from notification n join appointment a on a.id = n.appointment_id where n.subject_id = ? order by 1
                        """)) {
            query.setObject(1, id);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                told.add(rows.getString(1));
            }
        }
        return told;
    }

    @Test
    void aReturnSaysWhy() {
        verify(0, Map.of("id", UUID.randomUUID(), "verdict", "RETURNED", "comment", " "))
                .statusCode(422)
                .body("violations.rule", contains("visit-return-needs-comment"));
    }

    @Test
    void nobodyVerifiesTheOwnVisit() {
        UUID own = UUID.randomUUID();
        record(coordinator, own);

        Accounts.with(coordinator)
                .header("If-Match", "\"0\"")
                .body(verified())
                .post("/api/v1/visits/" + own + "/verification")
                .then()
                .statusCode(422)
                .body("violations.rule", contains("visit-checked-by-another"));
    }

    @Test
    void nobodyVerifiesWhatWasNotSeen() {
        amend(0, Map.of("livingEnv", "POOR")).statusCode(200);

        verify(0, verified()).statusCode(412);
        Accounts.with(coordinator)
                .body(verified())
                .post("/api/v1/visits/" + id + "/verification")
                .then()
                .statusCode(428);
    }

    @Test
    void theSameVerificationAgainChangesNothing() throws Exception {
        Map<String, Object> form = verified();
        verify(0, form).statusCode(200);

        verify(0, form).statusCode(200).header("ETag", equalTo("\"1\""));

        assertThat(Sql.number(
                        database, "select count(*) from audit where subject_id = ? and action = 'visit.verify'", id))
                .isOne();
        verify(1, Map.of("id", form.get("id"), "verdict", "VERIFIED", "comment", "另一个"))
                .statusCode(409)
                .body("type", equalTo("urn:shouwang:problem:id-reused"));
    }

    @Test
    void theFirstRequestAgainIsAnsweredWithTheVisitAsItIs() {
        Map<String, Object> body = visit(family, clock.instant(), met(family.child(RiskLevel.LOW)));
        UUID other = UUID.randomUUID();
        Accounts.with(director).body(body).put("/api/v1/visits/" + other).then().statusCode(201);
        Accounts.with(coordinator)
                .header("If-Match", "\"0\"")
                .body(verified())
                .post("/api/v1/visits/" + other + "/verification")
                .then()
                .statusCode(200);

        Accounts.with(director)
                .body(body)
                .put("/api/v1/visits/" + other)
                .then()
                .statusCode(200)
                .body("verifyStatus", equalTo("VERIFIED"));
    }

    @Test
    void anAmendmentAndAVerificationAtOnceDoNotBothWin() throws Exception {
        List<Callable<Integer>> both = List.of(
                () -> amend(0, Map.of("livingEnv", "POOR")).extract().statusCode(),
                () -> verify(0, verified()).extract().statusCode());

        assertThat(Together.statuses(both)).containsOnlyOnce(200).containsAnyOf(409, 412);
    }

    @Test
    void aCommentStandsNowhereInTheClear() throws Exception {
        verify(0, returned()).statusCode(200);

        assertThat(Sql.number(
                        database,
                        "select count(*) from visit v join visit_verification c on c.visit_id = v.id where v.id = ? and "
                                + "(v::text || c::text) like '%'||encode(convert_to('请补充', 'UTF8'), 'hex')||'%'",
                        id))
                .isZero();
    }

    @Test
    void theCountyLooksAndDoesNotVerify() {
        COUNTY.request()
                .header("If-Match", "\"0\"")
                .body(verified())
                .post("/api/v1/visits/" + id + "/verification")
                .then()
                .statusCode(403);
        COUNTY.request().get("/api/v1/visits/" + id).then().statusCode(200).body("verifyStatus", equalTo("PENDING"));
        Accounts.with(director)
                .get("/api/v1/notifications?limit=500")
                .then()
                .body("items.subjectId", not(hasItem(id.toString())));
    }
}
