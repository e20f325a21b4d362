package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** Channels that are closed while the server runs, and the report of what was sent. */
@QuarkusTest
class PushChannelsApiTest {

    private static final String CLOSING = "/api/v1/push-channels/{channel}/closing";

    @Inject
    Outbox outbox;

    @Inject
    SendDeliveries sender;

    @Inject
    OutboxAge age;

    @Inject
    ClosedChannels closed;

    @Inject
    AgroalDataSource database;

    private Addressee director;
    private UUID phone;
    private UUID mainland;
    private Instant now;

    @BeforeEach
    void twoPhones() {
        outbox.clear();
        director = outbox.addressee(Accounts.DIRECTOR);
        phone = PostOffice.phone(Accounts.DIRECTOR.request(), "abroad");
        mainland = PostOffice.jpushPhone(Accounts.DIRECTOR.request(), "mainland");
        now = Demo.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @AfterEach
    void allIsOpen() {
        outbox.execute("delete from push_channel_closed");
        outbox.clear();
    }

    private Response close(String channel) {
        return Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .body(Map.of("reason", "极光账号停用"))
                .put(CLOSING, channel);
    }

    private void send() {
        ran(sender::runOnce);
    }

    private static <T> T ran(Supplier<Uni<T>> work) {
        return Awaited.result(work);
    }

    @Test
    void whatIsClosedWaitsUntilItIsOpenedAndTheRestGoesOn() {
        UUID over = outbox.delivery(director, phone, true, now);
        UUID waiting = outbox.delivery(director, mainland, true, now.minus(Duration.ofHours(1)));
        close("JPUSH")
                .then()
                .statusCode(200)
                .body("channel", equalTo("JPUSH"))
                .body("closedAt", notNullValue())
                .body("reason", equalTo("极光账号停用"));

        send();

        assertThat(outbox.row(over).state()).isEqualTo("SENT");
        assertThat(outbox.row(waiting)).satisfies(row -> {
            assertThat(row.state()).isEqualTo("PENDING");
            assertThat(row.attempts()).isZero();
        });
        assertThat(ran(age::age)).isZero();

        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .delete(CLOSING, "JPUSH")
                .then()
                .statusCode(200)
                .body("closedAt", nullValue());
        send();

        assertThat(outbox.row(waiting).state()).isEqualTo("SENT");
    }

    /** What is stale is dropped while its channel is closed, and takes nothing with it. */
    @Test
    void whatGatheredSinceWaitsBesideWhatIsStale() {
        UUID stale = outbox.delivery(director, mainland, false, now.minus(Duration.ofHours(25)));
        UUID fresh = outbox.delivery(director, mainland, false, now.minus(Duration.ofHours(1)));
        close("JPUSH").then().statusCode(200);

        send();

        assertThat(outbox.row(stale).state()).isEqualTo("STALE");
        assertThat(outbox.row(fresh)).satisfies(row -> {
            assertThat(row.state()).isEqualTo("PENDING");
            assertThat(row.attempts()).isZero();
        });
    }

    @Test
    void aChannelThatStaysClosedRaisesTheAlarmAfterADay() {
        assertThat(ran(closed::age)).isZero();
        close("FCM").then().statusCode(200);
        outbox.execute("update push_channel_closed set closed_at = closed_at - interval '25 hours'");

        assertThat(ran(closed::age)).isGreaterThan(closed.limit());
    }

    @Test
    void closingTwiceIsOneClosingInTheTrail() throws Exception {
        Instant begun = now;
        close("FCM").then().statusCode(200);
        close("FCM").then().statusCode(200);

        assertThat(Sql.texts(
                        database,
                        "select action from audit where subject_type = 'push-channel' and at >= cast(? as timestamptz)",
                        begun.toString()))
                .containsExactly("push-channel.close.FCM");
    }

    @Test
    void onlyTheInstancesAdministratorClosesAndWithAReason() {
        Accounts.ADMINISTRATOR
                .request()
                .body(Map.of("reason", "演练"))
                .put(CLOSING, "FCM")
                .then()
                .statusCode(403);
        close("PIGEON").then().statusCode(404);
        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .body(Map.of("reason", " "))
                .put(CLOSING, "FCM")
                .then()
                .statusCode(422);
    }

    @Test
    void theReportCountsWhatBecameOfPushesWithoutAnyPerson() {
        UUID read = outbox.delivery(director, phone, true, now);
        UUID unread = outbox.delivery(director, phone, true, now);
        UUID dead = outbox.delivery(director, mainland, true, now);
        outbox.delivery(director, mainland, true, now);
        outbox.execute("update delivery set state = 'SENT' where notification_id in (?, ?)", read, unread);
        outbox.execute("update delivery set state = 'DEAD', error = 'JPUSH_1011' where notification_id = ?", dead);
        Accounts.DIRECTOR
                .request()
                .post("/api/v1/notifications/{id}/read", read)
                .then()
                .statusCode(200);

        List<Map<String, Object>> lines = Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .get("/api/v1/push-report")
                .then()
                .statusCode(200)
                .body("channels.channel", equalTo(List.of("FCM", "JPUSH", "SMS")))
                .body("channels.setUp", equalTo(List.of(true, true, true)))
                .extract()
                .jsonPath()
                .getList("lines");

        assertThat(lines)
                .containsExactly(
                        line("FCM", 2, 1, 0, 0), //
                        line("JPUSH", 0, 0, 1, 1));
    }

    private static Map<String, Object> line(String channel, int accepted, int opened, int waiting, int dead) {
        return Map.of(
                "channel",
                channel,
                "platform",
                "ANDROID",
                "accepted",
                accepted,
                "opened",
                opened,
                "waiting",
                waiting,
                "stale",
                0,
                "dead",
                dead);
    }

    @Test
    void whatHappensInAnotherAreaIsNotCounted() {
        UUID id = outbox.delivery(director, phone, true, now);
        UUID elsewhere = UUID.randomUUID();
        outbox.execute("""
                insert into appointment (id, worker_id, role_code, area_code, appointed_on, status, ended_on)
                values (?, ?, 'CHILDREN_DIRECTOR', 610300000000, date '2026-01-04', 'ENDED', date '2026-01-04')
                """, elsewhere, director.workerId());
        outbox.execute("update notification set appointment_id = ? where id = ?", elsewhere, id);

        List<Object> ofCounty = lines(Accounts.ADMINISTRATOR);
        List<Object> ofInstance = lines(Accounts.INSTANCE_ADMINISTRATOR);
        outbox.execute("delete from notification where id = ?", id);
        outbox.execute("delete from appointment where id = ?", elsewhere);

        assertThat(ofCounty).isEmpty();
        assertThat(ofInstance).hasSize(1);
    }

    private static List<Object> lines(Accounts who) {
        return who.request()
                .get("/api/v1/push-report")
                .then()
                .statusCode(200)
                .extract()
                .path("lines");
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsOrIsLongerThanAMonthIsRefused() {
        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .get("/api/v1/push-report?from=2026-03-02&to=2026-03-01")
                .then()
                .statusCode(422)
                .body("violations.rule", equalTo(List.of("period-ends-before-start")));
        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .get("/api/v1/push-report?from=2026-03-01&to=2026-04-01")
                .then()
                .statusCode(422)
                .body("violations.rule", equalTo(List.of("period-too-long")));
        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .get("/api/v1/push-report?from=2026-03-01&to=2026-03-31")
                .then()
                .statusCode(200);
    }
}
