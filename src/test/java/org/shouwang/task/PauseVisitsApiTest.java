package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Families.Household;
import org.shouwang.testsupport.Visits;

@QuarkusTest
class PauseVisitsApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    PlanFollowUps planner;

    private Village village;
    private LocalDate today;
    private UUID child;
    private UUID pause;

    /** Visited today. */
    @BeforeEach
    void aChild() {
        village = new Village(Accounts.VILLAGE, database);
        today = LocalDays.today(clock).plusDays(1);
        clock.moveTo(LocalDays.at(today, LocalTime.NOON));
        Household home = Families.settle(DIRECTOR, Accounts.VILLAGE);
        child = Families.register(DIRECTOR, Accounts.VILLAGE, home, "MEDIUM");
        pause = UUID.randomUUID();
        DIRECTOR.request()
                .body(Visits.met(home.id(), child))
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    @AfterEach
    void backToRealTime() {
        clock.moveTo(Instant.now());
    }

    private ValidatableResponse pause(Accounts who, int from, int until) {
        return who.request()
                .body(Map.of(
                        "from", today.plusDays(from).toString(),
                        "until", today.plusDays(until).toString(),
                        "reasonCode", "AWAY_WITH_PARENTS"))
                .put("/api/v1/children/{id}/visit-pauses/{pause}", child, pause)
                .then();
    }

    private ValidatableResponse end(UUID act) {
        return COORDINATOR
                .request()
                .body(Map.of("id", act))
                .post("/api/v1/children/{id}/visit-pauses/{pause}/end", child, pause)
                .then();
    }

    /** Days from today until the visit is due. */
    private long due() {
        Awaited.result(planner::runOnce);
        return village.count(
                "select due_on - cast(? as date) from task where subject_id = ? and rule = 'HOME_VISIT' and status = 'NEW'",
                Date.valueOf(today),
                child);
    }

    @Test
    void nothingIsDueDuringAPauseWhichIsDecidedOnce() {
        assertThat(due()).isEqualTo(30);

        pause(COORDINATOR, 5, 60).statusCode(201).body("reasonCode", equalTo("AWAY_WITH_PARENTS"));
        pause(COORDINATOR, 5, 60).statusCode(200);
        pause(COORDINATOR, 5, 61).statusCode(409);

        assertThat(due()).isEqualTo(61);
        assertThat(village.count(
                        "select count(*) from audit where subject_id = ? and action = 'child.pause-visits'", child))
                .isOne();
    }

    @Test
    void onlyTheTownshipPauses() {
        pause(DIRECTOR, 0, 10).statusCode(403);

        assertThat(due()).isEqualTo(30);
    }

    @Test
    void aPauseHasAnEndInNinetyDays() {
        pause(COORDINATOR, 0, 91).statusCode(422).body("violations[0].rule", equalTo("pause-too-long"));
        pause(COORDINATOR, 3, 2).statusCode(422).body("violations[0].rule", equalTo("pause-ends-after-it-begins"));
        pause(COORDINATOR, -5, -1).statusCode(422).body("violations[0].rule", equalTo("pause-is-over"));
        pause(COORDINATOR, 0, 90).statusCode(201);
        pause = UUID.randomUUID();
        pause(COORDINATOR, 30, 31).statusCode(422).body("violations[0].rule", equalTo("pause-twice"));
    }

    @Test
    void aPauseIsDecidedAtMostThirtyDaysAhead() {
        pause(COORDINATOR, 31, 40).statusCode(422).body("violations[0].rule", equalTo("pause-too-far-ahead"));
        pause(COORDINATOR, 30, 40).statusCode(201);
    }

    @Test
    void whatIsLateWaitsFromTheFirstDayOfAPauseDecidedBefore() {
        assertThat(due()).isEqualTo(30);
        clock.moveTo(LocalDays.at(today.plusDays(31), LocalTime.NOON));
        pause(COORDINATOR, 33, 40).statusCode(201);
        assertThat(due()).isEqualTo(30);

        clock.moveTo(LocalDays.at(today.plusDays(33), LocalTime.of(0, 1)));

        assertThat(due()).isEqualTo(41);
        assertThat(village.count(
                        "select count(*) from follow_up_look where child_id = ? and look_at = ?",
                        child,
                        LocalDays.at(today.plusDays(41), LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC)))
                .isOne();
    }

    @Test
    void whoeverMayReadTheFileSeesItsPausesTheNewestFirst() {
        pause(COORDINATOR, 0, 3).statusCode(201);
        UUID first = pause;
        pause = UUID.randomUUID();
        pause(COORDINATOR, 5, 9).statusCode(201);

        pauses(DIRECTOR).statusCode(200).body("items.id", contains(pause.toString(), first.toString()));
        pauses(OTHER_TOWN_DIRECTOR).statusCode(404);
    }

    private ValidatableResponse pauses(Accounts who) {
        return who.request().get("/api/v1/children/{id}/visit-pauses", child).then();
    }

    @Test
    void noPauseOutlivesTheFile() {
        pause(COORDINATOR, 0, 60).statusCode(201);
        COORDINATOR
                .request()
                .body(Map.of("id", UUID.randomUUID(), "closeReason", "DUPLICATE"))
                .post("/api/v1/children/{id}/close", child)
                .then()
                .statusCode(200);

        pauses(COORDINATOR).statusCode(200).body("items.endedOn", contains(today.toString()));
    }

    @Test
    void aPauseEndsWhereTheChildMovesAndNotWhereItsVillageIsMerged() {
        pause(COORDINATOR, 0, 60).statusCode(201);
        String move = "update child set area_code = ?, updated_at = updated_at + cast(? as interval) where id = ?";
        village.run(move, 610304101201L, "0", child);
        pauses(COORDINATOR).statusCode(200).body("items[0].endedOn", nullValue());

        village.run(move, Long.valueOf(Accounts.VILLAGE), "1 second", child);

        pauses(COORDINATOR).statusCode(200).body("items.endedOn", contains(today.toString()));
    }

    @Test
    void aPauseThatEndsEarlyIsForgotten() {
        pause(COORDINATOR, 0, 60).statusCode(201);
        assertThat(due()).isEqualTo(61);
        UUID act = UUID.randomUUID();

        end(act).statusCode(200).body("endedOn", equalTo(today.toString()));
        end(act).statusCode(200);
        end(UUID.randomUUID()).statusCode(409);

        assertThat(due()).isEqualTo(30);
    }

    @Test
    void aLevelThatRisesEndsThePauseAndAllowsNone() {
        pause(COORDINATOR, 0, 60).statusCode(201);
        assertThat(due()).isEqualTo(61);

        village.run(
                "update child set risk_level = 'HIGH', updated_at = ? where id = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                child);

        assertThat(due()).isEqualTo(3);
        assertThat(village.count("select count(*) from visit_pause where id = ? and ended_on is not null", pause))
                .isOne();
        pause = UUID.randomUUID();
        pause(COORDINATOR, 0, 10).statusCode(422).body("violations[0].rule", equalTo("pause-not-in-danger"));
    }
}
