package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.testsupport.Accounts;

@QuarkusTest
class NotificationApiTest {

    /** Nobody else's tests tell this person anything. */
    private static final Accounts READER = Accounts.EXECUTIVE;

    @Inject
    Notifications notifications;

    @Inject
    Outbox outbox;

    private Addressee reader;

    @BeforeEach
    void start() {
        reader = outbox.addressee(READER);
        outbox.execute("delete from notification where worker_id = ?", reader.workerId());
    }

    @Test
    void aWorkerSeesTheOwnInboxNewestFirstInTheOwnLanguage() {
        tell(reader, "task-assigned");
        UUID newest = tell(reader, "task-overdue");
        tell(outbox.addressee(Accounts.CHAIR_AND_DIRECTOR), "task-assigned");

        list("").body("items.event", equalTo(List.of("task-overdue", "task-assigned")))
                .body("items[0].subjectId", equalTo(newest.toString()))
                .body("items[0].title", equalTo("任务已到期"))
                .body("items[1].body", equalTo("您有一项新任务，截止日期：2026年3月9日。辛苦了！"))
                .body("items[1].dueOn", equalTo("2026-03-09"))
                .body("items[1].appointmentId", equalTo(reader.appointmentId().toString()))
                .body("items[1].readAt", nullValue());

        READER.request()
                .header("Accept-Language", "en")
                .get("/api/v1/notifications")
                .then()
                .body("items[1].title", equalTo("New task"));
    }

    @Test
    void readingAgainChangesNothing() {
        tell(reader, "task-assigned");
        String id = list("").extract().path("items[0].id");

        String readAt = read(READER, id)
                .statusCode(200)
                .body("readAt", notNullValue())
                .extract()
                .path("readAt");
        int version = read(READER, id)
                .statusCode(200)
                .body("readAt", equalTo(readAt))
                .extract()
                .path("version");

        assertThat(version).isEqualTo(1);
        assertThat(outbox.value("select version from sync_change where id = ?", UUID.fromString(id)))
                .isEqualTo(1);
    }

    @Test
    void whatIsReadIsNotUnread() {
        tell(reader, "task-assigned");
        tell(reader, "task-overdue");
        String id = list("").extract().path("items[0].id");

        read(READER, id).statusCode(200);

        list("?unread=true").body("items.event", equalTo(List.of("task-assigned")));
        list("").body("items.size()", equalTo(2));
    }

    @Test
    void allUpToARowAreReadAndWhatCameLaterIsNot() {
        tell(reader, "task-assigned");
        tell(reader, "task-overdue");
        String upTo = list("").extract().path("items[0].id");
        tell(reader, "task-returned");
        tell(outbox.addressee(Accounts.CHAIR_AND_DIRECTOR), "task-assigned");
        long changes = outbox.count("sync_change where kind = 'notification' and version = 1");

        readUpTo(READER, upTo).statusCode(200).body("read", equalTo(2));
        readUpTo(READER, upTo).statusCode(200).body("read", equalTo(0));
        readUpTo(Accounts.COORDINATOR, upTo).statusCode(404);

        list("?unread=true").body("items.event", equalTo(List.of("task-returned")));
        READER.request().get("/api/v1/notifications/unread").then().body("unread", equalTo(1));
        assertThat(outbox.count("sync_change where kind = 'notification' and version = 1"))
                .isEqualTo(changes + 2);
    }

    @Test
    void anotherWorkersRowIsNotFound() {
        tell(reader, "task-assigned");
        String id = list("").extract().path("items[0].id");

        read(Accounts.COORDINATOR, id).statusCode(404).body("type", equalTo("urn:shouwang:problem:not-found"));
        read(READER, UUID.randomUUID().toString()).statusCode(404);

        list("?unread=true").body("items.size()", equalTo(1));
    }

    @Test
    void pagesShowEveryRowOnceAlsoWithinOneMoment() {
        List<String> told = IntStream.range(0, 5)
                .mapToObj(i -> tell(reader, "task-assigned").toString())
                .toList();
        outbox.execute("update notification set created_at = now() where worker_id = ?", reader.workerId());

        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = list("?limit=2" + next);
            seen.addAll(page.extract().path("items.subjectId"));
            String cursor = page.extract().path("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void badParametersAreRefused() {
        for (String query : List.of("?cursor=x", "?limit=0", "?limit=501", "?cursor=YX5i")) {
            assertThat(READER.request().get("/api/v1/notifications" + query).statusCode())
                    .as(query)
                    .isIn(400, 422);
        }
        list("").body("items", empty());
    }

    private UUID tell(Addressee to, String event) {
        UUID subject = UUID.randomUUID();
        Outbox.inTransaction(() -> notifications.tell(new Notice(
                to.workerId(),
                to.number(),
                to.appointmentId(),
                event,
                subject.toString(),
                Push.NONE,
                "task",
                subject,
                LocalDate.of(2026, 3, 9))));
        return subject;
    }

    private static ValidatableResponse list(String query) {
        return READER.request().get("/api/v1/notifications" + query).then().statusCode(200);
    }

    private static ValidatableResponse readUpTo(Accounts who, String id) {
        return who.request().post("/api/v1/notifications/" + id + "/read-up-to").then();
    }

    private static ValidatableResponse read(Accounts who, String id) {
        return who.request().post("/api/v1/notifications/" + id + "/read").then();
    }
}
