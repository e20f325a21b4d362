package org.shouwang.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Together;

/** Notices that their worker does not open, with the stand-in of a bridge for SMS. */
@QuarkusTest
class FollowUnopenedApiTest {

    private static final String PHONE = "13900000002";
    private static final String COUNTY = "/api/v1/areas/610304000000/reach-settings";
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Inject
    Outbox outbox;

    @Inject
    FollowUnopened job;

    @Inject
    Notifications notifications;

    private Addressee director;

    /** A late evening of its own: what is urgent minds no quiet hours. */
    @BeforeEach
    void anEvening() {
        outbox.clear();
        outbox.execute("delete from reach");
        outbox.execute("delete from sms_spent");
        director = outbox.addressee(Accounts.DIRECTOR);
        Demo.moveTo(LocalDate.of(2026, 4, 1).plusDays(3L * DAYS.getAndIncrement()), LocalTime.of(22, 0));
        given().delete("/dev/sms").then().statusCode(204);
    }

    @AfterEach
    void nothingStays() {
        Demo.backToRealTime();
        outbox.execute("delete from reach");
        outbox.execute("delete from push_channel_closed");
        outbox.execute("delete from reach_settings");
        outbox.execute("delete from notification where subject_id in (select id from task where rule = 'CALL_WORKER')");
        outbox.execute("delete from task_action where task_id in (select id from task where rule = 'CALL_WORKER')");
        outbox.execute("delete from task where rule = 'CALL_WORKER'");
        outbox.execute("delete from notification where subject_type = 'record'");
        outbox.clear();
    }

    private int run() {
        return Awaited.result(job::runOnce);
    }

    private void runAfter(Duration time) {
        Demo.advance(time);
        run();
    }

    private UUID tell(Grade grade, UUID subject) {
        Notice.Push push = grade == Grade.HIGH ? Notice.Push.DAYTIME : Notice.Push.AT_ONCE;
        String occurrence = UUID.randomUUID().toString();
        Notice notice = new Notice(
                        director.workerId(),
                        director.number(),
                        director.appointmentId(),
                        "task-assigned",
                        occurrence,
                        push,
                        "record",
                        subject,
                        null)
                .graded(grade);
        Outbox.inTransaction(() -> notifications.tell(notice));
        return (UUID) outbox.value("select id from notification where occurrence = ?", occurrence);
    }

    private static List<Map<String, String>> messages() {
        return given().get("/dev/sms")
                .then()
                .extract()
                .jsonPath()
                .getList("messages.findAll { it.phone == '" + PHONE + "' }");
    }

    private long urgentCounted() {
        return outbox.count("sms_spent, generate_series(1, urgent) where area_code = 610304000000 and span = 'DAY'");
    }

    private static void read(UUID notice) {
        Accounts.DIRECTOR
                .request()
                .post("/api/v1/notifications/{id}/read", notice)
                .then()
                .statusCode(200);
    }

    private String ended(UUID notice) {
        return (String) outbox.value("select ended from reach where notification_id = ?", notice);
    }

    @Test
    void whatIsUrgentAndNotOpenedIsOneMessageAfterTenMinutesHoweverManyNodes() throws Exception {
        PostOffice.phone(Accounts.DIRECTOR.request(), "phone");
        UUID first = tell(Grade.URGENT, UUID.randomUUID());
        UUID second = tell(Grade.URGENT, UUID.randomUUID());
        UUID seen = tell(Grade.URGENT, UUID.randomUUID());
        run();
        runAfter(Duration.ofMinutes(9));
        assertThat(messages()).isEmpty();
        read(seen);

        Demo.advance(Duration.ofMinutes(2));
        Together.statuses(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(node -> this::run)
                .toList());
        runAfter(Duration.ofHours(2));

        assertThat(messages()).singleElement().satisfies(sms -> assertThat(sms)
                .containsEntry("kind", "urgent")
                .containsEntry("area", "610304000000")
                .containsEntry("text", "您有2项紧急任务，请打开守望查看。"));
        assertThat(urgentCounted()).isEqualTo(1);
        assertThat(List.of(ended(first), ended(second), ended(seen))).containsExactly("SMS_SENT", "SMS_SENT", "READ");
        read(first);
        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .get("/api/v1/push-report?from=" + Demo.today().minusDays(1) + "&to=" + Demo.today())
                .then()
                .body(
                        "lines.find { it.channel == 'SMS' }",
                        equalTo(Map.of(
                                "channel",
                                "SMS",
                                "platform",
                                "PHONE",
                                "accepted",
                                2,
                                "opened",
                                1,
                                "waiting",
                                0,
                                "stale",
                                0,
                                "dead",
                                0)));
    }

    @Test
    void whoHasNoPhoneThatCanBeWokenHearsAtOnce() {
        tell(Grade.URGENT, UUID.randomUUID());
        tell(Grade.HIGH, UUID.randomUUID());

        run();

        assertThat(messages()).singleElement().satisfies(sms -> assertThat(sms).containsEntry("count", "1"));
    }

    @Test
    void whoHasReadSomethingLaterHasSeenWhatCanWait() {
        UUID high = tell(Grade.HIGH, UUID.randomUUID());
        UUID critical = tell(Grade.CRITICAL, UUID.randomUUID());
        Demo.advance(Duration.ofMinutes(1));
        read(tell(Grade.URGENT, UUID.randomUUID()));

        runAfter(Duration.ofHours(14));

        assertThat(ended(high)).isEqualTo("INBOX_SEEN");
        assertThat(messages()).singleElement().satisfies(sms -> assertThat(sms)
                .containsEntry("id", critical.toString()));
    }

    /** The lease of the killed node is over; the bridge may have sent the message or not. */
    @Test
    void whatAKilledNodeHadBegunGoesOutUnderTheSameIdAndIsNotCountedAgain() {
        UUID notice = tell(Grade.URGENT, UUID.randomUUID());
        run();
        long counted = urgentCounted();
        outbox.execute("""
                update reach set sms_state = 'SENDING', ended = null, next_look_at = told_at, sms_attempts = 0,
                                 lease_owner = gen_random_uuid(), leased_until = now() - interval '1 second'
                where notification_id = ?
                """, notice);

        run();

        assertThat(messages()).singleElement().satisfies(sms -> assertThat(sms).containsEntry("id", notice.toString()));
        assertThat(ended(notice)).isEqualTo("SMS_SENT");
        assertThat(urgentCounted()).isEqualTo(counted);
    }

    @Test
    void aClosedChannelSendsNothingUntilItIsOpened() {
        String closing = "/api/v1/push-channels/SMS/closing";
        Accounts.INSTANCE_ADMINISTRATOR
                .request()
                .body(Map.of("reason", "短信账号异常"))
                .put(closing)
                .then()
                .statusCode(200)
                .body("channel", equalTo("SMS"));
        tell(Grade.URGENT, UUID.randomUUID());
        run();
        runAfter(Duration.ofMinutes(20));
        assertThat(messages()).isEmpty();

        Accounts.INSTANCE_ADMINISTRATOR.request().delete(closing).then().statusCode(200);
        runAfter(Duration.ofMinutes(2));

        assertThat(messages()).hasSize(1);
    }

    @Test
    void whoeverCoordinatesIsAskedOnceToCallAndNoMoreWhenTheWorkerHasOpenedIt() {
        UUID subject = UUID.randomUUID();
        UUID first = tell(Grade.CRITICAL, subject);
        tell(Grade.CRITICAL, subject);
        run();
        runAfter(Duration.ofMinutes(29));
        assertThat(outbox.count("task where rule = 'CALL_WORKER'")).isZero();
        runAfter(Duration.ofMinutes(1));
        runAfter(Duration.ofMinutes(1));

        Map<String, Object> task = outbox.one("select * from task where rule = 'CALL_WORKER'");
        assertThat(outbox.count("task where rule = 'CALL_WORKER'")).isOne();
        assertThat(task).containsEntry("title", "电话联系").containsEntry("area_code", 610304101000L);
        assertThat((String) task.get("note")).contains("打电话联系").doesNotContain(PHONE);
        Accounts.COORDINATOR
                .request()
                .get("/api/v1/tasks?assignee=me&status=NEW&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(task.get("id").toString()));
        assertThat(messages()).hasSize(1);

        read(first);
        runAfter(Duration.ofMinutes(2));
        runAfter(Duration.ofMinutes(2));

        assertThat(outbox.value("select status from task where rule = 'CALL_WORKER'"))
                .isEqualTo("CANCELLED");
        assertThat(outbox.count("reach where worker_id = ? and next_look_at is not null", director.workerId()))
                .isZero();
    }

    @Test
    void aCallStandsWhileAnyNoticeNeedsIt() {
        UUID subject = UUID.randomUUID();
        UUID patient = tell(Grade.CRITICAL, subject);
        UUID critical = tell(Grade.CRITICAL, subject);
        run();
        runAfter(Duration.ofMinutes(31));
        outbox.execute("update reach set grade = 'HIGH' where notification_id = ?", patient);
        Demo.advance(Duration.ofMinutes(1));
        read(tell(Grade.URGENT, UUID.randomUUID()));

        runAfter(Duration.ofMinutes(2));

        assertThat(ended(patient)).isEqualTo("INBOX_SEEN");
        assertThat(outbox.value("select status from task where rule = 'CALL_WORKER'"))
                .isEqualTo("NEW");
        read(critical);
        runAfter(Duration.ofMinutes(2));
        assertThat(outbox.value("select status from task where rule = 'CALL_WORKER'"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void remindersStopAtFourFifthsOfWhatTheCountyAllows() {
        Accounts.COUNTY.request().body(settings(10, 10)).put(COUNTY).then().statusCode(200);
        outbox.execute(
                "insert into sms_spent (area_code, span, begins, codes) values (610304000000, 'DAY', ?, 8)",
                java.sql.Date.valueOf(Demo.today().plusDays(1)));
        UUID waiting = tell(Grade.HIGH, UUID.randomUUID());
        Demo.moveTo(Demo.today().plusDays(1), LocalTime.of(12, 0));
        Instant noon = Demo.now();

        run();

        assertThat(messages()).isEmpty();
        assertThat(outbox.count(
                        "reach where notification_id = ? and sms_state is null and next_look_at > ?",
                        waiting,
                        java.sql.Timestamp.from(noon)))
                .isOne();
        tell(Grade.URGENT, UUID.randomUUID());
        run();
        assertThat(messages()).singleElement().satisfies(sms -> assertThat(sms).containsEntry("kind", "urgent"));
    }

    private static Map<String, Object> settings(int urgentMinutes, int perDay) {
        return Map.of(
                "id",
                UUID.randomUUID(),
                "urgentSmsAfterMinutes",
                urgentMinutes,
                "callAfterMinutes",
                30,
                "remindersBySms",
                true,
                "reminderSmsAfterHours",
                12,
                "smsPerDay",
                perDay,
                "smsPerMonth",
                3000);
    }

    @Test
    void theCountyDecidesAndNobodySilencesWhatIsUrgent() {
        String village = "/api/v1/areas/610304101200/reach-settings";
        Accounts.DIRECTOR
                .request()
                .get(village)
                .then()
                .statusCode(200)
                .body("urgentSmsAfterMinutes", equalTo(10))
                .body("containsKey('decidedBy')", equalTo(false));
        Map<String, Object> fifteen = settings(15, 300);

        Accounts.COUNTY.request().body(fifteen).put(COUNTY).then().statusCode(200);
        Accounts.COUNTY.request().body(fifteen).put(COUNTY).then().statusCode(200);

        assertThat(outbox.count("reach_settings")).isOne();
        Accounts.DIRECTOR
                .request()
                .get(village)
                .then()
                .body("urgentSmsAfterMinutes", equalTo(15))
                .body("decidedBy", equalTo("610304000000"))
                .body("id", equalTo(fifteen.get("id").toString()));
        Map<String, Object> other = new java.util.HashMap<>(settings(20, 300));
        other.put("id", fifteen.get("id"));
        Accounts.COUNTY.request().body(other).put(COUNTY).then().statusCode(409);
        Accounts.COUNTY.request().body(settings(61, 300)).put(COUNTY).then().statusCode(422);
        Accounts.COUNTY.request().body(settings(10, 5000)).put(COUNTY).then().statusCode(422);
        Accounts.COUNTY.request().body(settings(10, 300)).put(village).then().statusCode(422);
        Accounts.COORDINATOR
                .request()
                .body(settings(10, 300))
                .put(COUNTY)
                .then()
                .statusCode(403);
        assertThat(outbox.count("audit where action = 'reach.decide' and subject_id = ?", fifteen.get("id")))
                .isOne();
    }
}
