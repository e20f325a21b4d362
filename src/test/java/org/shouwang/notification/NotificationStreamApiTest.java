package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.notification.StreamRows.Place;
import org.shouwang.notification.StreamRows.Step;
import org.shouwang.testsupport.Accounts;

/** Inboxes as server-sent events over real HTTP. */
@QuarkusTest
@Timeout(120)
class NotificationStreamApiTest {

    private static final String TELL = """
            with told as (
                insert into notification (id, worker_id, appointment_id, event, occurrence, urgent, subject_type,
                                          subject_id, created_at)
                values (?, ?, ?, 'task-assigned', cast(? as text), false, 'record', ?, now())
                returning id, version)
            select feed_put(-?, 'notification', id, version) from told
            """;

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    Notifications notifications;

    @Inject
    Outbox outbox;

    @Inject
    DataSource database;

    @Inject
    StreamConfig config;

    @Inject
    StreamRows rows;

    private final List<Listener> open = new ArrayList<>();
    private Addressee executive;
    private Addressee chair;
    private String executivesToken;

    @BeforeEach
    void start() {
        executive = outbox.addressee(Accounts.EXECUTIVE);
        chair = outbox.addressee(Accounts.TOWNSHIP_CHAIR);
        executivesToken = Accounts.EXECUTIVE.token();
    }

    @AfterEach
    void stop() throws IOException {
        for (Listener listener : open) {
            listener.close();
        }
    }

    @Test
    void everyStreamOfAWorkerHearsTheOwnNewsAndNobodyElses() throws Exception {
        Listener phone = listen(executivesToken, null);
        Listener tablet = listen(executivesToken, null);
        Listener other = listen(Accounts.TOWNSHIP_CHAIR.token(), null);

        UUID first = tell(executive);
        UUID second = tell(executive);
        UUID others = tell(chair);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(phone.data).hasSize(2);
            assertThat(tablet.data).hasSize(2);
            assertThat(other.data).hasSize(1);
        });
        assertThat(phone.data).isEqualTo(tablet.data);
        assertThat(phone.data.get(0)).isEqualTo(news(first));
        assertThat(phone.data.get(1)).isEqualTo(news(second));
        assertThat(other.data).containsExactly(news(others));
    }

    @Test
    void whoComesBackIsToldExactlyWhatCameMeanwhile() throws Exception {
        Listener before = listen(executivesToken, null);
        UUID seen = tell(executive);
        await().atMost(SOON).until(() -> before.data.size() == 1);
        before.close();
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            missed.add(news(tell(executive)));
        }

        Listener after = listen(executivesToken, before.lastId());

        await().atMost(SOON).until(() -> after.data.size() >= 120);
        assertThat(after.data).isEqualTo(missed).doesNotContain(news(seen));
    }

    @Test
    void whoHeardNothingYetComesBackWithoutAGapToo() throws Exception {
        Listener before = listen(executivesToken, null);
        before.close();
        UUID missed = tell(executive);

        Listener after = listen(executivesToken, Objects.requireNonNull(before.lastId()));

        await().atMost(SOON).until(() -> !after.data.isEmpty());
        assertThat(after.data).containsExactly(news(missed));
    }

    @Test
    void whatCommitsLateIsNotPassed() throws Exception {
        Place start = rows.begin(0).await().atMost(SOON).place();
        UUID late = UUID.randomUUID();
        UUID quick;
        Step whileItRuns;
        try (Connection slow = database.getConnection();
                PreparedStatement begin = slow.prepareStatement("select pg_current_xact_id()");
                PreparedStatement insert = slow.prepareStatement(TELL)) {
            slow.setAutoCommit(false);
            begin.execute();
            quick = tell(executive);
            whileItRuns = step(start);
            insert.setObject(1, late);
            insert.setObject(2, executive.workerId());
            insert.setObject(3, executive.appointmentId());
            insert.setObject(4, late);
            insert.setObject(5, late);
            insert.setLong(6, executive.number());
            insert.execute();
            slow.commit();
        }

        Step afterwards = step(whileItRuns.place());

        assertThat(whileItRuns.events()).isEmpty();
        assertThat(afterwards.events()).extracting(event -> event.news().id()).containsExactly(late, (UUID) id(quick));
    }

    private Step step(Place place) {
        return rows.after(place, executive.workerId(), executive.number(), 50)
                .await()
                .atMost(SOON);
    }

    @Test
    void whatWasReadIsNoNews() throws Exception {
        Listener before = listen(executivesToken, null);
        before.close();
        UUID read = tell(executive);
        UUID unread = tell(executive);
        Accounts.with(executivesToken)
                .post("/api/v1/notifications/" + id(read) + "/read")
                .then()
                .statusCode(200);

        Listener after = listen(executivesToken, before.lastId());

        await().atMost(SOON).until(() -> !after.data.isEmpty());
        assertThat(after.data).containsExactly(news(unread));
    }

    @Test
    void oneStreamTooManyEndsTheWorkersOldest() throws Exception {
        Listener oldest = listen(executivesToken, null);
        for (int i = 1; i < config.perWorker(); i++) {
            listen(executivesToken, null);
        }
        assertThat(oldest.hasEnded()).isFalse();

        Listener newest = listen(executivesToken, null);

        await().atMost(SOON).until(oldest::hasEnded);
        assertThat(newest.hasEnded()).isFalse();
    }

    @Test
    void aBadPlaceIsRefusedAndSoIsNobody() throws Exception {
        assertThat(Listener.ask(executivesToken, "x").statusCode()).isEqualTo(400);
        assertThat(Listener.ask("nobody", null).statusCode()).isEqualTo(401);
    }

    @Test
    void whoHoldsNoPostIsToldWhyAndNothingElse() throws Exception {
        outbox.execute("update worker set status = 'INACTIVE' where id = ?", executive.workerId());
        try {
            Listener refused = Listener.open(executivesToken, null);
            open.add(refused);

            await().atMost(SOON).until(refused::hasEnded);
            assertThat(refused.data).containsExactly("{\"type\":\"urn:shouwang:problem:not-signed-in\"}");
        } finally {
            outbox.execute("update worker set status = 'ACTIVE' where id = ?", executive.workerId());
        }
    }

    private Listener listen(String token, @Nullable String lastEventId) throws IOException, InterruptedException {
        Listener listener = Listener.open(token, lastEventId);
        open.add(listener);
        assertThat(listener.status()).isEqualTo(200);
        await().atMost(SOON).until(() -> listener.lastId() != null);
        return listener;
    }

    private UUID tell(Addressee to) {
        UUID subject = UUID.randomUUID();
        Outbox.inTransaction(() -> notifications.tell(new Notice(
                to.workerId(),
                to.number(),
                to.appointmentId(),
                "task-assigned",
                "stage/" + subject,
                Push.NONE,
                "record",
                subject,
                null)));
        return subject;
    }

    private Object id(UUID subject) {
        return outbox.value("select id from notification where subject_id = ?", subject);
    }

    private String news(UUID subject) {
        return "{\"id\":\"" + id(subject) + "\",\"event\":\"task-assigned\",\"occurrence\":\"stage/" + subject + "\"}";
    }
}
