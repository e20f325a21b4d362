package org.shouwang.protection.referral;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.Referrals;
import org.shouwang.testsupport.Sql;

/** A referral belongs to the sender's post and goes with whom it is about. */
@QuarkusTest
class ReferralGoesAlongApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    private RoleWorkers workers;
    private RoleWorkers.Worker leaving;
    private RoleWorkers.Worker coordinator;
    private UUID child;

    @BeforeEach
    void aDirectorAndACoordinator() throws Exception {
        Asked.takes(database, Asked.POLICE, "HUKOU", "POLICE");
        // Before anybody else is appointed there who would be given its first visit.
        child = Asked.child(Accounts.DIRECTOR, Accounts.VILLAGE);
        workers = new RoleWorkers(database, hashes, cipher);
        workers.appointAll(610304103000L);
        workers.appoint(RoleCode.CHILDREN_DIRECTOR, Long.valueOf(Accounts.VILLAGE), null);
        workers.appoint(RoleCode.TOWNSHIP_COORDINATOR, Long.valueOf(Accounts.TOWN), null);
        leaving = workers.of(RoleCode.CHILDREN_DIRECTOR);
        coordinator = workers.of(RoleCode.TOWNSHIP_COORDINATOR);
    }

    @AfterEach
    void nobodyStays() throws Exception {
        workers.dismiss();
        Referrals.settle(database);
    }

    private void handOver(UUID from, UUID to, int referrals) {
        given().spec(coordinator.request())
                .body(Map.of(
                        "id",
                        UUID.randomUUID(),
                        "fromAppointmentId",
                        from,
                        "toAppointmentId",
                        to,
                        "endReason",
                        "ELECTION"))
                .post("/api/v1/handovers")
                .then()
                .statusCode(201)
                .body("openReferrals", equalTo(referrals));
    }

    @Test
    void whoeverFollowsGetsTheAnswers() throws Exception {
        UUID restricted = Asked.sent(leaving.request(), Asked.police(child));
        UUID closed = Asked.sent(leaving.request(), Asked.hukou(child));
        Asked.act(leaving.request(), closed, "withdraw", Map.of()).then().statusCode(200);
        UUID successor = Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR");
        assertThatThrownBy(() -> end(leaving.appointment()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("open referral");

        handOver(leaving.appointment(), successor, 1);

        Asked.act(Accounts.POLICE_OFFICER.request(), restricted, "accept", Map.of())
                .then()
                .statusCode(200);
        assertThat(Asked.told(database, restricted)).contains("referral-accepted CHILDREN_DIRECTOR");
        assertThat(Pulled.full(Accounts.DIRECTOR.token()).data(restricted).orElseThrow())
                .containsEntry("status", "ACCEPTED");
        assertThat(Sql.texts(database, """
                        select a.kind || ' ' || n.event from referral_act a join notification n on n.appointment_id = ?
                        where a.referral_id = ? and a.kind = 'HAND_OVER' and n.event = 'referrals-handed-over'
                        """, successor, restricted)).contains("HAND_OVER referrals-handed-over");
        assertThat(sender(closed)).as("what is over stays whose it was").isEqualTo(leaving.appointment());
    }

    private void end(UUID appointment) throws SQLException {
        Sql.update(
                database, "update appointment set status = 'ENDED', ended_on = current_date where id = ?", appointment);
    }

    private UUID sender(UUID referral) throws SQLException {
        return UUID.fromString(Sql.texts(database, "select sender_appointment_id from referral where id = ?", referral)
                .get(0));
    }

    /** What the coordinator sent itself of a child of that village stays with it, restricted or not. */
    @Test
    void aPostThatIsFilledAgainGetsBackWhatWasHeldForIt() throws Exception {
        UUID held = Asked.sent(leaving.request(), Asked.police(child));
        UUID own = Asked.sent(coordinator.request(), Asked.police(child));
        handOver(leaving.appointment(), coordinator.appointment(), 1);
        assertThat(sender(held)).isEqualTo(coordinator.appointment());

        UUID filled = filledAgain();

        assertThat(sender(held)).isEqualTo(filled);
        assertThat(sender(own)).isEqualTo(coordinator.appointment());
        Asked.get(leaving.request(), own).then().statusCode(404);
    }

    private UUID filledAgain() throws SQLException {
        UUID filled = UUID.randomUUID();
        Sql.update(database, """
                insert into appointment (id, worker_id, role_code, area_code, appointed_on)
                values (?, ?, 'CHILDREN_DIRECTOR', ?, '2026-01-04')
                """, filled, leaving.id(), Long.valueOf(Accounts.VILLAGE));

        given().spec(coordinator.request())
                .body(Map.of(
                        "id", UUID.randomUUID(),
                        "toAppointmentId", filled,
                        "fromAppointmentId", coordinator.appointment()))
                .post("/api/v1/takeovers")
                .then()
                .statusCode(201)
                .body("openReferrals", equalTo(1));
        return filled;
    }

    /** To where it was sent from, wherever the child lives by then. */
    @Test
    void whatWasHeldForAPostGoesBackAlthoughTheChildHasMovedAway() throws Exception {
        UUID held = Asked.sent(leaving.request(), Asked.police(child));
        handOver(leaving.appointment(), coordinator.appointment(), 1);

        Moves.movedAway(child);

        UUID filled = filledAgain();

        assertThat(sender(held)).isEqualTo(filled);
    }

    @Test
    void aReferralGoesWithItsChildAndItsAnswerToWhoAsked() throws Exception {
        UUID open = Asked.sent(leaving.request(), Asked.hukou(child));
        UUID restricted = Asked.sent(leaving.request(), Asked.police(child));

        Moves.movedAway(child);

        Asked.get(Accounts.OTHER_TOWN_DIRECTOR.request(), open)
                .then()
                .statusCode(200)
                .body("areaCode", equalTo(Moves.OTHER_VILLAGE));
        Asked.get(Accounts.OTHER_TOWN_DIRECTOR.request(), restricted).then().statusCode(404);
        Asked.get(leaving.request(), restricted).then().statusCode(200);
        assertThat(Pulled.full(leaving.token()).data(open).orElseThrow())
                .containsEntry("areaCode", Moves.OTHER_VILLAGE);
        assertThat(Sql.number(database, """
                        select count(*) from referral_act a join audit l on l.subject_id = a.referral_id
                        where a.referral_id = ? and a.kind = 'MOVE' and l.action = 'referral.move'
                        """, open)).isEqualTo(1);
    }
}
