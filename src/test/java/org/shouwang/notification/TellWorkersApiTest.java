package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.platform.Caller;
import org.shouwang.testsupport.Accounts;

/** What is written when a worker is told. */
@QuarkusTest
class TellWorkersApiTest {

    @Inject
    Notifications notifications;

    @Inject
    Outbox outbox;

    @Inject
    NotificationFeed feed;

    @Inject
    Clock clock;

    private Addressee director;
    private Addressee coordinator;

    @BeforeEach
    void start() {
        outbox.clear();
        director = outbox.addressee(Accounts.DIRECTOR);
        coordinator = outbox.addressee(Accounts.COORDINATOR);
    }

    @Test
    void aWorkerIsToldOnceOfOneOccurrence() {
        register(Accounts.DIRECTOR, "FCM");
        Notice notice = notice(director, "stage-1", Push.AT_ONCE);

        tell(List.of(notice));
        tell(List.of(notice, notice));

        assertThat(inboxRows(notice)).isEqualTo(1);
        assertThat(deliveries(notice)).isEqualTo(1);
    }

    @Test
    void anotherStageIsToldAgain() {
        UUID subject = UUID.randomUUID();

        tell(List.of(notice(director, subject, "stage-1"), notice(director, subject, "stage-2")));

        assertThat(outbox.count("notification where subject_id = ?", subject)).isEqualTo(2);
    }

    @Test
    void whatIsRolledBackWasNotTold() {
        register(Accounts.DIRECTOR, "FCM");
        Notice notice = notice(director, "stage-1", Push.AT_ONCE);

        assertThatThrownBy(() ->
                        Outbox.inTransaction(() -> notifications.tell(notice).chain(() -> Uni.createFrom()
                                .failure(new IllegalStateException("the use case fails")))))
                .hasMessageContaining("the use case fails");

        assertThat(inboxRows(notice)).isZero();
        assertThat(outbox.count("delivery")).isZero();
    }

    @Test
    void everyActiveDeviceOfTheWorkerWithAGatewayGetsADelivery() {
        UUID phone = register(Accounts.DIRECTOR, "FCM");
        UUID tablet = register(Accounts.DIRECTOR, "FCM");
        UUID mainland = register(Accounts.DIRECTOR, "JPUSH");
        register(Accounts.DIRECTOR, "APNS");
        register(Accounts.COORDINATOR, "FCM");
        UUID lost = register(Accounts.DIRECTOR, "FCM");
        Accounts.DIRECTOR.request().delete("/api/v1/devices/" + lost).then().statusCode(204);
        Notice notice = notice(director, "stage-1", Push.AT_ONCE);

        tell(List.of(notice));

        assertThat(deliveries(notice)).isEqualTo(3);
        assertThat(outbox.count("delivery where device_id in (?, ?, ?)", phone, tablet, mainland))
                .isEqualTo(3);
    }

    @Test
    void pushesWaitForTheDayUnlessUrgentAndNoneIsNone() {
        register(Accounts.DIRECTOR, "FCM");
        Notice none = notice(director, "none", Push.NONE);
        Notice daytime = notice(director, "daytime", Push.DAYTIME);
        Notice atOnce = notice(director, "at-once", Push.AT_ONCE);
        Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS);

        tell(List.of(none, daytime, atOnce));

        Instant after = clock.instant().plus(1, ChronoUnit.MICROS);
        assertThat(inboxRows(none)).isEqualTo(1);
        assertThat(deliveries(none)).isZero();
        assertThat(nextAttempt(daytime))
                .isBetween(
                        QuietHours.earliest(before.plusSeconds(90), false),
                        QuietHours.earliest(after.plusSeconds(90), false));
        assertThat(nextAttempt(atOnce)).isBetween(before, after);
        assertThat(outbox.value("select urgent from notification where subject_id = ?", atOnce.subjectId()))
                .isEqualTo(true);
    }

    @Test
    void theInboxRowGoesIntoTheWorkersOwnFeed() {
        Notice notice = notice(director, "stage-1", Push.NONE);

        tell(List.of(notice, notice(coordinator, "stage-1", Push.NONE)));

        Map<String, Object> change = outbox.one(
                "select c.* from sync_change c join notification n on n.id = c.id where n.subject_id = ?",
                notice.subjectId());
        assertThat(change)
                .containsEntry("scope", -director.number())
                .containsEntry("kind", feed.kind())
                .containsEntry("removed", false);
        UUID id = (UUID) change.get("id");
        assertThat(load(id, director)).containsOnlyKeys(id).extractingByKey(id).satisfies(view -> assertThat(
                        ((NotificationView) view).title())
                .isEqualTo("新任务"));
        assertThat(load(id, coordinator)).isEmpty();
    }

    private Map<UUID, Object> load(UUID id, Addressee as) {
        Caller caller = new Caller(as.workerId(), as.number(), List.of(), null);
        return feed.load(List.of(id), caller).await().atMost(Duration.ofSeconds(30));
    }

    private void tell(List<Notice> notices) {
        Outbox.inTransaction(() -> notifications.tell(notices));
    }

    private long inboxRows(Notice notice) {
        return outbox.count("notification where subject_id = ?", notice.subjectId());
    }

    private long deliveries(Notice notice) {
        return outbox.count(
                "delivery d join notification n on n.id = d.notification_id where n.subject_id = ?",
                notice.subjectId());
    }

    private Instant nextAttempt(Notice notice) {
        UUID id = (UUID) outbox.value("select id from notification where subject_id = ?", notice.subjectId());
        return outbox.row(id).nextAttemptAt();
    }

    private static UUID register(Accounts owner, String channel) {
        UUID id = UUID.randomUUID();
        owner.request()
                .body(Map.of(
                        "platform",
                        "ANDROID",
                        "channel",
                        channel,
                        "target",
                        Map.of("kind", "TOKEN", "value", "target-" + id),
                        "appVersion",
                        "1.0"))
                .put("/api/v1/devices/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static Notice notice(Addressee to, UUID subject, String occurrence) {
        return new Notice(
                to.workerId(),
                to.number(),
                to.appointmentId(),
                "task-assigned",
                subject + "/" + occurrence,
                Push.NONE,
                "task",
                subject,
                LocalDate.of(2026, 3, 9));
    }

    private static Notice notice(Addressee to, String occurrence, Push push) {
        UUID subject = UUID.randomUUID();
        return new Notice(
                to.workerId(),
                to.number(),
                to.appointmentId(),
                "task-assigned",
                subject + "/" + occurrence,
                push,
                "task",
                subject,
                null);
    }
}
