package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;

/** What an administrator sees of pushes that failed, and what is forgotten. */
@QuarkusTest
class PushFailuresApiTest {

    @Inject
    Outbox outbox;

    @Inject
    BarredPushes barred;

    @Inject
    ForgetNotices forgetting;

    private Addressee director;
    private UUID phone;
    private Instant now;

    @BeforeEach
    void start() {
        outbox.clear();
        director = outbox.addressee(Accounts.DIRECTOR);
        phone = PostOffice.phone(Accounts.DIRECTOR.request(), "secret-address");
        now = Demo.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @AfterEach
    void stop() {
        outbox.clear();
    }

    @Test
    void theAdministratorSeesDeadLettersOfTheOwnAreaWithoutAnyPerson() {
        List<String> dead = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            UUID id = outbox.delivery(director, phone, true, now.minusSeconds(i));
            outbox.execute("update delivery set state = 'DEAD', error = 'UNREGISTERED' where notification_id = ?", id);
            dead.add(id.toString());
        }
        outbox.delivery(director, phone, true, now);

        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = Accounts.ADMINISTRATOR
                    .request()
                    .get("/api/v1/push-failures?limit=2" + next)
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(page.asString())
                    .doesNotContain("secret-address", director.workerId().toString());
            seen.addAll(page.path("items.notificationId"));
            assertThat(page.<List<String>>path("items.reason")).containsOnly("UNREGISTERED");
            String cursor = page.path("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }

        assertThat(seen).isEqualTo(dead);
        Accounts.COORDINATOR.request().get("/api/v1/push-failures").then().statusCode(403);
    }

    @Test
    void whatHappensInAnotherAreaIsNotShown() {
        UUID id = outbox.delivery(director, phone, true, now);
        outbox.execute("update delivery set state = 'DEAD', error = 'UNREGISTERED' where notification_id = ?", id);
        UUID elsewhere = UUID.randomUUID();
        outbox.execute("""
                insert into appointment (id, worker_id, role_code, area_code, appointed_on, status, ended_on)
                values (?, ?, 'CHILDREN_DIRECTOR', 610300000000, date '2026-01-04', 'ENDED', date '2026-01-04')
                """, elsewhere, director.workerId());
        outbox.execute("update notification set appointment_id = ? where id = ?", elsewhere, id);

        List<String> seen = Accounts.ADMINISTRATOR
                .request()
                .get("/api/v1/push-failures")
                .then()
                .statusCode(200)
                .extract()
                .path("items.notificationId");
        outbox.execute("delete from notification where id = ?", id);
        outbox.execute("delete from appointment where id = ?", elsewhere);

        assertThat(seen).isEmpty();
    }

    @Test
    void aPlatformThatIsBarredRaisesTheAlarmUntilItsPushesAreGone() {
        UUID id = outbox.delivery(director, phone, true, now.minusSeconds(60));
        outbox.execute("update delivery set error = 'THIRD_PARTY_AUTH_ERROR' where notification_id = ?", id);

        assertThat(age()).isGreaterThan(barred.limit()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        outbox.execute("update delivery set state = 'STALE' where notification_id = ?", id);

        assertThat(age()).isEqualTo(barred.limit());
    }

    @Test
    void whatWasReadLongAgoIsForgottenAndWhatWasNotIsKept() {
        Instant long180 = now.minus(Duration.ofDays(181));
        UUID read = outbox.delivery(director, phone, true, long180);
        UUID unread = outbox.delivery(director, phone, true, long180);
        UUID fresh = outbox.delivery(director, phone, true, now.minus(Duration.ofDays(179)));
        for (UUID id : List.of(read, fresh)) {
            outbox.execute("update notification set read_at = ? where id = ?", Timestamp.from(long180), id);
        }

        forgetting.runOnce().await().atMost(Duration.ofSeconds(30));

        assertThat(outbox.count("notification where id = ?", read)).isZero();
        assertThat(outbox.value("select removed from sync_change where id = ?", read))
                .isEqualTo(true);
        assertThat(outbox.count("notification where id in (?, ?)", unread, fresh))
                .isEqualTo(2);
    }

    private Duration age() {
        return barred.age().await().atMost(Duration.ofSeconds(30));
    }
}
