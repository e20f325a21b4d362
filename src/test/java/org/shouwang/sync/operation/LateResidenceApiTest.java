package org.shouwang.sync.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.sync.operation.OfflinePhone.visit;
import static org.shouwang.sync.operation.OfflinePhone.with;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Sql;

/** Work is judged by where the child lived when it was done, however much later it arrives. */
@QuarkusTest
class LateResidenceApiTest {

    @Inject
    AgroalDataSource database;

    private OfflinePhone phone;
    private Families.Household household;
    private UUID child;
    private UUID sibling;

    @BeforeEach
    void aFamilyThatMoves() {
        phone = new OfflinePhone(Accounts.DIRECTOR);
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "LOW");
        sibling = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "LOW");
    }

    /** Moves the whole household, and says that it was answered so many hours ago. */
    private void moved(Accounts from, Accounts to, String village, int hoursAgo) throws Exception {
        UUID move = Moves.moved(from, child, to, village);
        Sql.update(
                database,
                "update child_move set answered_at = ? where id = ?",
                Demo.now().minus(Duration.ofHours(hoursAgo)).atOffset(java.time.ZoneOffset.UTC),
                move);
    }

    private void away(int hoursAgo) throws Exception {
        moved(Accounts.DIRECTOR, Accounts.OTHER_TOWN_DIRECTOR, Moves.OTHER_VILLAGE, hoursAgo);
    }

    private void back(int hoursAgo) throws Exception {
        moved(Accounts.OTHER_TOWN_DIRECTOR, Accounts.DIRECTOR, Accounts.VILLAGE, hoursAgo);
    }

    /** A visit that was made and written down so many hours ago. */
    private Map<String, Object> visitOf(OfflinePhone who, int hoursAgo) {
        Instant then = Demo.now().minus(Duration.ofHours(hoursAgo));
        Map<String, Object> form = visit(household.id(), child, sibling);
        form.put("startedAt", then.minusSeconds(60).toString());
        return with(who.operation("visit.record", UUID.randomUUID(), form), "at", then.toString());
    }

    private static Object record(Map<String, Object> operation) {
        return OfflinePhone.body(operation).get("id");
    }

    @Test
    void whatWasDoneBeforeTheMoveIsAcceptedAndBelongsToTheNewVillage() throws Exception {
        away(2);
        Map<String, Object> visits = visitOf(phone, 5);

        JsonPath answer = phone.push(visits);

        assertThat(answer.getString("results[0].outcome")).isEqualTo("APPLIED");
        assertThat(answer.getInt("results[0].record.version")).isZero();
        phone.request().get("/api/v1/visits/{id}", record(visits)).then().statusCode(404);
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/visits/{id}", record(visits))
                .then()
                .statusCode(200)
                .body("areaCode", equalTo(Moves.OTHER_VILLAGE))
                .body("recordedAreaCode", equalTo(Accounts.VILLAGE));
        assertThat(phone.push(visits).getString("results[0].outcome")).isEqualTo("DUPLICATE");
    }

    @Test
    void whatWasDoneAfterTheMoveIsNot() throws Exception {
        away(5);

        assertThat(phone.push(visitOf(phone, 2)).getString("results[0].problem.type"))
                .endsWith("not-found");
    }

    @Test
    void thereAndBackEachVillageDidItsOwnWork() throws Exception {
        away(9);
        back(3);
        OfflinePhone other = new OfflinePhone(Accounts.OTHER_TOWN_DIRECTOR);

        assertThat(other.push(visitOf(other, 6)).getString("results[0].outcome"))
                .isEqualTo("APPLIED");
        assertThat(other.push(visitOf(other, 1)).getString("results[0].outcome"))
                .isEqualTo("REJECTED");
        assertThat(other.push(visitOf(other, 12)).getString("results[0].outcome"))
                .isEqualTo("REJECTED");
        assertThat(phone.push(visitOf(phone, 12)).getString("results[0].outcome"))
                .isEqualTo("APPLIED");
    }

    @Test
    void aWrongClockIsSetRightBeforeItIsAskedWhereTheChildLived() throws Exception {
        away(2);
        Duration ahead = Duration.ofHours(10);
        Map<String, Object> visits = visitOf(phone, 5);
        Map<String, Object> wrong = with(
                with(
                        visits,
                        "at",
                        Instant.parse((String) visits.get("at")).plus(ahead).toString()),
                "serverTimeOffset",
                -ahead.toMillis());
        String started = (String) OfflinePhone.body(visits).get("startedAt");
        wrong = OfflinePhone.withBody(
                wrong, "startedAt", Instant.parse(started).plus(ahead).toString());

        assertThat(phone.push(wrong).getString("results[0].outcome")).isEqualTo("APPLIED");
    }

    @Test
    void withoutATimeItIsAcceptedWhereTheChildLivedWithinAMonth() throws Exception {
        away(2);
        Map<String, Object> visits = with(visitOf(phone, 1), "serverTimeOffset", null);

        assertThat(phone.push(visits).getString("results[0].outcome")).isEqualTo("APPLIED");

        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/visits/{id}", record(visits))
                .then()
                .body("timeUncertain", equalTo(true));
    }

    @Test
    void aCallIsJudgedLikeAVisitAndTheVisitThatItAsksForIsTheNewVillages() throws Exception {
        away(2);
        Map<String, Object> calls = callThatAsksForAVisit();

        assertThat(phone.push(calls).getString("results[0].outcome")).isEqualTo("APPLIED");

        assertThat(Sql.number(
                        database,
                        "select count(*) from contact c join contact_child k on k.contact_id = c.id where c.id = ?"
                                + " and c.recorded_area_code = ? and k.area_code = ?",
                        record(calls),
                        Long.valueOf(Accounts.VILLAGE),
                        Long.valueOf(Moves.OTHER_VILLAGE)))
                .isOne();
        assertThat(Sql.number(
                        database,
                        "select count(*) from task where subject_id = ? and assignee_appointment_id = ? and status = 'NEW'",
                        child,
                        Accounts.OTHER_TOWN_DIRECTOR.appointment("CHILDREN_DIRECTOR")))
                .isOne();
    }

    /** Five hours ago. */
    private Map<String, Object> callThatAsksForAVisit() {
        String then = Demo.now().minus(Duration.ofHours(5)).toString();
        Map<String, Object> calls = phone.operation(
                "contact.log",
                UUID.randomUUID(),
                Map.of(
                        "childIds",
                        List.of(child),
                        "contactedAt",
                        then,
                        "channel",
                        "PHONE",
                        "counterpart",
                        "CAREGIVER",
                        "reached",
                        true,
                        "needsVisit",
                        true));

        return with(calls, "at", then);
    }

    @Test
    void whereNobodyIsNamedForTheChildTheVillagesDirectorIsAskedAndHears() throws Exception {
        away(2);
        Sql.update(database, "update child set responsible_appointment_id = null where id = ?", child);

        phone.push(callThatAsksForAVisit());

        assertThat(Sql.number(
                        database,
                        "select count(*) from task t join notification n on n.subject_id = t.id and n.event = 'task-assigned'"
                                + " and n.appointment_id = t.assignee_appointment_id"
                                + " where t.subject_id = ? and t.assignee_appointment_id = ? and t.status = 'NEW'",
                        child,
                        Accounts.OTHER_TOWN_DIRECTOR.appointment("CHILDREN_DIRECTOR")))
                .isOne();
    }

    @Test
    void anAmendmentThatSaysItIsOlderThanItsVisitCountsFromItsArrival() throws Exception {
        Map<String, Object> visits = visitOf(phone, 5);
        phone.push(visits);
        UUID visit = UUID.fromString(record(visits).toString());
        Sql.update(
                database,
                "update visit set created_at = created_at - interval '90 hours', started_at = started_at - interval '90 hours'"
                        + " where id = ?",
                visit);
        String longAgo = Demo.now().minus(Duration.ofDays(25)).toString();

        JsonPath answer =
                phone.push(with(phone.operation("visit.amend", visit, Map.of("livingEnv", "POOR")), "at", longAgo));

        assertThat(answer.getString("results[0].problem.violations[0].rule")).isEqualTo("visit-amend-too-late");
    }

    @Test
    void whatItsAuthorAmendedBeforeTheMoveIsAmended() throws Exception {
        Map<String, Object> visits = visitOf(phone, 5);
        phone.push(visits);
        away(2);
        UUID visit = UUID.fromString(record(visits).toString());
        String then = Demo.now().minus(Duration.ofHours(4)).toString();
        String tooLate = Demo.now().minus(Duration.ofHours(1)).toString();

        JsonPath answer = phone.push(
                with(phone.operation("visit.amend", visit, Map.of("livingEnv", "POOR")), "at", then),
                with(phone.operation("visit.amend", visit, Map.of("livingEnv", "GOOD")), "at", tooLate));

        assertThat(answer.getList("results.outcome")).containsExactly("APPLIED", "REJECTED");
        Accounts.OTHER_TOWN_DIRECTOR
                .request()
                .get("/api/v1/visits/{id}", visit)
                .then()
                .body("livingEnv", equalTo("POOR"))
                .body("version", equalTo(answer.getInt("results[0].record.version")));
    }

    @Test
    void theFileOfAChildThatLeftIsNotEditedAnyMore() throws Exception {
        away(2);
        String then = Demo.now().minus(Duration.ofHours(5)).toString();
        Map<String, Object> edits =
                with(phone.operation("child.update", child, TypeCase.edit("hamlet", "三组", "五组")), "at", then);

        assertThat(phone.push(edits).getString("results[0].problem.type")).endsWith("not-found");
    }

    @Test
    void nobodyReadsWhereAChildLivesOfWhomTheyNeverKnew() throws Exception {
        away(2);
        OfflinePhone stranger = new OfflinePhone(Accounts.HOSTED_DIRECTOR);

        assertThat(stranger.push(visitOf(stranger, 5)).getString("results[0].problem.type"))
                .endsWith("not-found");
    }
}
