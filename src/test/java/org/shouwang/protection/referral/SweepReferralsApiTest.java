package org.shouwang.protection.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Referrals;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Together;

/** An agency that is silent: who is told, when, and how often. */
@QuarkusTest
class SweepReferralsApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    SweepReferrals sweep;

    private UUID child;

    @BeforeEach
    void anAgencyThatTakesReferrals() throws Exception {
        Asked.takes(database, Asked.POLICE, "HUKOU", "POLICE");
        child = Asked.child(Accounts.DIRECTOR, Accounts.VILLAGE);
    }

    @AfterEach
    void backToRealTime() throws Exception {
        clock.moveTo(Instant.now());
        Referrals.settle(database);
    }

    private void sweepAt(Instant moment) {
        clock.moveTo(moment);
        sweep();
    }

    private void sweep() {
        Awaited.result(sweep::runOnce);
    }

    private int swept() {
        sweep();
        return 0;
    }

    /** Event and role of what was told beside that it was sent. */
    private List<String> reminded(UUID referral) throws Exception {
        return Sql.texts(database, """
                select n.event || ' ' || a.role_code from notification n join appointment a on a.id = n.appointment_id
                where n.subject_id = ? and n.event not in ('referral-received', 'referral-accepted', 'referral-rejected')
                order by n.created_at, 1
                """, referral);
    }

    @Test
    void aSilentAgencyIsRemindedAndThenItGoesUp() throws Exception {
        Instant begun = clock.instant();
        UUID referral = Asked.sent(Accounts.DIRECTOR.request(), Asked.hukou(child));
        sweepAt(begun.plus(Duration.ofDays(3)));
        assertThat(reminded(referral)).isEmpty();

        for (int hours = 4 * 24; hours <= 15 * 24; hours += 12) {
            sweepAt(begun.plus(Duration.ofHours(hours)).plusSeconds(60));
        }

        assertThat(reminded(referral))
                .containsExactly(
                        "referral-answer-soon AGENCY_OFFICER",
                        "referral-answer-soon AGENCY_OFFICER",
                        "referral-answer-late AGENCY_OFFICER",
                        "referral-answer-late CHILDREN_DIRECTOR",
                        "referral-answer-late AGENCY_OFFICER",
                        "referral-answer-late CHILDREN_DIRECTOR",
                        "referral-answer-late TOWNSHIP_COORDINATOR",
                        "referral-answer-late AGENCY_OFFICER",
                        "referral-answer-late CHILDREN_DIRECTOR",
                        "referral-answer-late COUNTY_CIVIL_AFFAIRS",
                        "referral-answer-late TOWNSHIP_COORDINATOR");
    }

    /** 2 hours, reminded half an hour before; then each half hour a step, and to no coordinator, since it is restricted. */
    @Test
    void anImmediateOneGoesUpEachHalfHour() throws Exception {
        Instant begun = clock.instant();
        UUID referral = Asked.sent(Accounts.DIRECTOR.request(), Asked.police(child));

        for (int minutes : List.of(89, 91, 119, 121, 149, 151, 179)) {
            sweepAt(begun.plus(Duration.ofMinutes(minutes)));
        }

        assertThat(reminded(referral))
                .containsExactly(
                        "referral-answer-soon AGENCY_OFFICER",
                        "referral-answer-late AGENCY_OFFICER",
                        "referral-answer-late CHILDREN_DIRECTOR",
                        "referral-answer-late AGENCY_OFFICER",
                        "referral-answer-late CHILDREN_DIRECTOR",
                        "referral-answer-late COUNTY_CIVIL_AFFAIRS");
        assertThat(Sql.number(
                        database,
                        "select count(*) from notification where subject_id = ? and event <> 'referral-received' and not urgent",
                        referral))
                .as("at any hour")
                .isZero();
    }

    @Test
    void eachIsToldOnceHoweverManySweepsThereAre() throws Exception {
        Instant begun = clock.instant();
        UUID referral = Asked.sent(Accounts.DIRECTOR.request(), Asked.police(child));
        clock.moveTo(begun.plus(Duration.ofMinutes(121)));

        Together.statuses(List.of(this::swept, this::swept, this::swept));

        assertThat(reminded(referral))
                .containsExactly("referral-answer-late AGENCY_OFFICER", "referral-answer-late CHILDREN_DIRECTOR");
        assertThat(Sql.number(database, "select step from referral_watch where referral_id = ?", referral))
                .isEqualTo(2);
    }

    /** Somebody acts on it at this moment: that delays neither it nor another. */
    @Test
    void oneThatIsHeldIsLookedAtByTheNextSweep() throws Exception {
        Instant begun = clock.instant();
        UUID referral = Asked.sent(Accounts.DIRECTOR.request(), Asked.police(child));
        try (Connection other = database.getConnection();
                PreparedStatement hold = other.prepareStatement("select 1 from referral where id = ? for update")) {
            other.setAutoCommit(false);
            hold.setObject(1, referral);
            hold.execute();
            sweepAt(begun.plus(Duration.ofMinutes(91)));
            other.rollback();
        }
        assertThat(reminded(referral)).isEmpty();

        sweepAt(begun.plus(Duration.ofMinutes(92)));

        assertThat(reminded(referral)).containsExactly("referral-answer-soon AGENCY_OFFICER");
    }

    @Test
    void afterTheAcceptanceTheFeedbackIsAwaited() throws Exception {
        UUID referral = Asked.sent(Accounts.DIRECTOR.request(), Asked.hukou(child));
        Instant accepted = clock.instant();
        Asked.act(Accounts.POLICE_OFFICER.request(), referral, "accept", Map.of())
                .then()
                .statusCode(200);
        sweepAt(accepted.plus(Duration.ofDays(26)));
        assertThat(reminded(referral)).isEmpty();

        sweepAt(accepted.plus(Duration.ofDays(30)).plusSeconds(60));

        assertThat(reminded(referral))
                .containsExactly("referral-feedback-late AGENCY_OFFICER", "referral-feedback-late CHILDREN_DIRECTOR");
    }

    @Test
    void whatWasRejectedRemindsTheSenderUntilSomebodyElseIsAsked() throws Exception {
        UUID rejected = rejected();
        UUID askedAgain = rejected();
        Instant now = clock.instant();
        Asked.sent(Accounts.DIRECTOR.request(), Asked.form(childOf(askedAgain), "HUKOU", "URGENT"));

        sweepAt(now.plus(Duration.ofDays(3)).plusSeconds(60));

        assertThat(reminded(rejected)).containsExactly("referral-ask-elsewhere CHILDREN_DIRECTOR");
        assertThat(reminded(askedAgain)).isEmpty();
    }

    @Test
    void anAnswerThatNobodyReadsIsToldAgainAndThenGoesUp() throws Exception {
        UUID referral = Asked.sent(Accounts.DIRECTOR.request(), Asked.hukou(child));
        Asked.act(Accounts.POLICE_OFFICER.request(), referral, "accept", Map.of())
                .then()
                .statusCode(200);
        Asked.act(Accounts.POLICE_OFFICER.request(), referral, "feedback", Asked.solved())
                .then()
                .statusCode(200);
        Instant answered = clock.instant();

        for (int days : List.of(3, 7)) {
            sweepAt(answered.plus(Duration.ofDays(days)).plusSeconds(60));
        }

        assertThat(Sql.texts(database, """
                        select a.role_code from notification n join appointment a on a.id = n.appointment_id
                        where n.subject_id = ? and n.event = 'referral-unread' order by n.created_at, 1
                        """, referral))
                .containsExactly("CHILDREN_DIRECTOR", "CHILDREN_DIRECTOR", "TOWNSHIP_COORDINATOR");
    }

    @Test
    void whoeverComesIntoOfficeHearsNextMorningOfWhatWaits() throws Exception {
        UUID organisation = Asked.unmanned(database, "HUKOU");
        Map<String, Object> form = Asked.hukou(child);
        form.put("toOrganisationId", organisation);
        UUID referral = Asked.sent(Accounts.DIRECTOR.request(), form);
        Instant begun = clock.instant();
        UUID officer = UUID.randomUUID();
        Sql.update(database, """
                insert into appointment (id, worker_id, role_code, organisation_id, appointed_on)
                select ?, worker_id, 'AGENCY_OFFICER', ?, '2026-01-04' from appointment where id = ?
                """, officer, organisation, Accounts.POLICE_OFFICER.appointment("AGENCY_OFFICER"));
        try {
            sweepAt(begun.plus(Duration.ofDays(1)));

            assertThat(Sql.texts(
                            database,
                            "select event from notification where subject_id = ? and appointment_id = ?",
                            referral,
                            officer))
                    .containsExactly("referral-received");
        } finally {
            Sql.update(
                    database, "update appointment set status = 'ENDED', ended_on = current_date where id = ?", officer);
        }
    }

    private UUID rejected() {
        UUID referral =
                Asked.sent(Accounts.DIRECTOR.request(), Asked.hukou(Asked.child(Accounts.DIRECTOR, Accounts.VILLAGE)));
        Asked.act(Accounts.POLICE_OFFICER.request(), referral, "reject", Asked.because())
                .then()
                .statusCode(200);
        return referral;
    }

    private UUID childOf(UUID referral) throws Exception {
        return UUID.fromString(Sql.texts(database, "select child_id from referral where id = ?", referral)
                .get(0));
    }

    @Test
    void whatIsOverIsNotLookedAtAnyMore() throws Exception {
        UUID referral = Asked.sent(Accounts.DIRECTOR.request(), Asked.hukou(child));
        Instant begun = clock.instant();
        Asked.act(Accounts.DIRECTOR.request(), referral, "withdraw", Map.of())
                .then()
                .statusCode(200);

        sweepAt(begun.plus(Duration.ofDays(40)));

        assertThat(reminded(referral)).containsExactly("referral-withdrawn AGENCY_OFFICER");
    }
}
