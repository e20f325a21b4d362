package org.shouwang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.Outbox.Addressee;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Together;

/** The daily summary (每日汇总), each test on a day of its own in the past, where nothing of the demo district is due. */
@QuarkusTest
@Timeout(120)
class DailySummaryApiTest {

    private static final LocalTime NOON_OF_THE_DAY_BEFORE = LocalTime.NOON;
    private static final LocalTime TOO_EARLY = LocalTime.of(8, 29);
    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource database;

    @Inject
    SendSummaries job;

    @Inject
    SendDeliveries sender;

    @Inject
    Notifications notifications;

    private final List<UUID> workers = new ArrayList<>();
    private LocalDate day;

    @BeforeEach
    void aDayOfItsOwn() {
        outbox.clear();
        day = LocalDate.of(2026, 2, 1).plusDays(10L * DAYS.getAndIncrement());
        Demo.moveTo(day.minusDays(1), NOON_OF_THE_DAY_BEFORE);
    }

    @AfterEach
    void nobodyStays() {
        Demo.backToRealTime();
        outbox.clear();
        for (UUID worker : workers) {
            outbox.execute("""
                    delete from task_action x using task t, appointment a
                    where t.id = x.task_id and a.id = t.assignee_appointment_id and a.worker_id = ?
                    """, worker);
            outbox.execute(
                    "delete from task t using appointment a where a.id = t.assignee_appointment_id and a.worker_id = ?",
                    worker);
            outbox.execute("delete from notification where worker_id = ?", worker);
            outbox.execute("delete from summary_due where worker_id = ?", worker);
            outbox.execute("delete from appointment where worker_id = ?", worker);
            outbox.execute("delete from worker where id = ?", worker);
        }
    }

    @Test
    void whatIsDueAndLateIsOneNoticeOfTheMorning() {
        Addressee worker = worker();
        RequestSpecification coordinator = Accounts.COORDINATOR.request();
        for (int due : new int[] {-40, -1, 0, 0, 1, 2, 3, 4}) {
            assign(coordinator, worker, day.plusDays(due));
        }

        Demo.moveTo(day, TOO_EARLY);
        run();
        assertThat(summaries(worker)).isZero();
        Demo.moveTo(day, MORNING);
        run();
        run();

        assertThat(summaries(worker)).isOne();
        assertThat(counts(worker))
                .isEqualTo("{\"task-late\": 2, \"task-due-today\": 2, \"task-due-tomorrow\": 1,"
                        + " \"task-due-in-three-days\": 1}");
        Demo.moveTo(day.plusDays(1), MORNING);
        run();
        assertThat(summaries(worker)).isEqualTo(2);
    }

    /** Of the six mornings of a task DueLineTest knows all. There was a summary the day before: nothing is made up for. */
    @Test
    void whatIsLateIsToldAgainOnItsThirdDayAndNotOnItsSecond() {
        Addressee worker = worker();
        run();
        assign(Accounts.COORDINATOR.request(), worker, day.minusDays(2));

        Demo.moveTo(day, MORNING);
        run();
        assertThat(summaries(worker)).isZero();
        Demo.moveTo(day.plusDays(1), MORNING);
        run();

        assertThat(counts(worker)).isEqualTo("{\"task-late\": 1, \"task-late-three-days\": 1}");
    }

    @Test
    void whoHasAcceptedATaskIsToldOfItOnItsDayAndNotBefore() {
        Addressee worker = worker();
        UUID task = assign(Accounts.COORDINATOR.request(), worker, day.plusDays(1));
        outbox.execute("update task set status = 'ACCEPTED' where id = ?", task);

        Demo.moveTo(day, MORNING);
        run();
        assertThat(summaries(worker)).isZero();
        Demo.moveTo(day.plusDays(1), MORNING);
        run();

        assertThat(counts(worker)).isEqualTo("{\"task-due-today\": 1}");
    }

    @Test
    void onDaysWithNothingThereIsNoSummary() {
        Addressee worker = worker();
        RequestSpecification coordinator = Accounts.COORDINATOR.request();
        assign(coordinator, worker, day.plusDays(2));
        UUID over = assign(coordinator, worker, day);
        coordinator
                .body(Map.of("id", UUID.randomUUID(), "reason", "重复"))
                .post("/api/v1/tasks/" + over + "/cancel")
                .then()
                .statusCode(200);

        Demo.moveTo(day, MORNING);
        run();

        assertThat(summaries(worker)).isZero();
    }

    @Test
    void remindersThatAreNotUrgentAreLinesOfTheNextSummaryUnlessTheyWereRead() {
        Addressee coordinator = outbox.addressee(Accounts.COORDINATOR);
        outbox.execute("delete from notification where worker_id = ?", coordinator.workerId());
        String phone = "phone-" + UUID.randomUUID();
        PostOffice.phone(Accounts.COORDINATOR.request(), phone);
        tell(coordinator, "task-overdue-township");
        tell(coordinator, "task-overdue-township");
        UUID read = tell(coordinator, "task-overdue-township");
        outbox.execute("update notification set read_at = now() where subject_id = ?", read);

        Demo.moveTo(day, MORNING);
        run();

        Accounts.COORDINATOR
                .request()
                .get("/api/v1/notifications?limit=1")
                .then()
                .body("items[0].event", equalTo("daily-summary"))
                .body("items[0].counts", equalTo(Map.of("task-overdue-township", 2)))
                .body("items[0].dueOn", equalTo(day.toString()))
                .body("items[0].body", equalTo(chinese(day) + "：辖区内新逾期需关注 2 项。辛苦了！"));
        assertThat(outbox.count("delivery")).isOne();
        assertThat(block(sender)).isOne();
        Demo.moveTo(day.plusDays(1), MORNING);
        run();
        assertThat(summaries(coordinator)).isOne();
        outbox.execute("delete from notification where worker_id = ?", coordinator.workerId());
    }

    /** As by a transaction that is still open when the summaries are written: its row shows with a time before them. */
    @Test
    void whatIsToldAtThatMomentIsALineOfTheNextSummary() throws SQLException {
        Addressee worker = worker();
        Demo.moveTo(day, MORNING.minusSeconds(30));
        try (Connection open = database.getConnection();
                PreparedStatement insert = open.prepareStatement("""
                        insert into notification (id, worker_id, appointment_id, event, occurrence, urgent, in_summary,
                                                  subject_type, subject_id, created_at)
                        values (?, ?, ?, 'task-overdue-township', 'late', false, true, 'record', ?, ?)
                        """)) {
            open.setAutoCommit(false);
            UUID id = UUID.randomUUID();
            insert.setObject(1, id);
            insert.setObject(2, worker.workerId());
            insert.setObject(3, worker.appointmentId());
            insert.setObject(4, id);
            insert.setTimestamp(5, Timestamp.from(Demo.now()));
            insert.executeUpdate();
            Demo.moveTo(day, MORNING);
            run();
            open.commit();
        }
        assertThat(summaries(worker)).isZero();

        Demo.moveTo(day.plusDays(1), MORNING);
        run();

        assertThat(counts(worker)).isEqualTo("{\"task-overdue-township\": 1}");
    }

    @Test
    void manyNodesWriteEachSummaryOnce() throws Exception {
        List<Addressee> many = IntStream.range(0, 150).mapToObj(i -> worker()).toList();
        many.forEach(worker -> reminder(worker));
        Demo.moveTo(day, MORNING);

        Together.statuses(IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> this::run)
                .toList());

        assertThat(many).allSatisfy(worker -> assertThat(summaries(worker)).isOne());
        assertThat(outbox.count("summary_due")).isZero();
    }

    @Test
    void oneThatFailsWaitsForAnHourAndStopsNoOther() {
        Addressee bad = worker();
        Addressee good = worker();
        reminder(bad);
        reminder(good);
        Demo.moveTo(day, MORNING);
        outbox.execute(
                "alter table notification add constraint no_bad_one check (event <> 'daily-summary' or worker_id <> '"
                        + bad.workerId() + "') not valid");
        try {
            run();
        } finally {
            outbox.execute("alter table notification drop constraint no_bad_one");
        }
        run();

        assertThat(summaries(good)).isOne();
        assertThat(summaries(bad)).isZero();
        Demo.moveTo(day, MORNING.plusMinutes(61));
        run();
        assertThat(summaries(bad)).isOne();
        assertThat(summaries(good)).isOne();
    }

    @Test
    void afterADayWithoutServerNothingComesInTheQuietHours() {
        Addressee worker = worker();
        reminder(worker);

        Demo.moveTo(day, LocalTime.of(20, 0));
        run();
        assertThat(summaries(worker)).isZero();
        Demo.moveTo(day, LocalTime.of(19, 59));
        run();

        assertThat(summaries(worker)).isOne();
    }

    private int run() {
        return block(job);
    }

    private static int block(BackgroundJob job) {
        return Awaited.result(job::runOnce);
    }

    private Addressee worker() {
        UUID worker = UUID.randomUUID();
        UUID appointment = UUID.randomUUID();
        workers.add(worker);
        outbox.execute("""
                insert into worker (id, full_name, sex_code, phone_cipher, phone_hash)
                select ?, full_name, sex_code, phone_cipher, decode(replace(cast(gen_random_uuid() as text), '-', ''), 'hex')
                from worker order by number limit 1
                """, worker);
        outbox.execute("""
                insert into appointment (id, worker_id, role_code, area_code, appointed_on)
                values (?, ?, 'CHILDREN_DIRECTOR', ?, date '2026-01-04')
                """, appointment, worker, Long.parseLong(Accounts.VILLAGE));
        return new Addressee(
                worker, (Long) outbox.value("select number from worker where id = ?", worker), appointment);
    }

    private static UUID assign(RequestSpecification coordinator, Addressee worker, LocalDate due) {
        Map<String, Object> task = Tasks.report(Accounts.VILLAGE, worker.appointmentId(), due);
        coordinator.body(task).post("/api/v1/tasks").then().statusCode(201);
        return (UUID) task.get("id");
    }

    private void reminder(Addressee worker) {
        tell(worker, "task-overdue-township");
    }

    /** About a kind of record that no room knows, which therefore stays true. */
    private UUID tell(Addressee to, String event) {
        UUID subject = UUID.randomUUID();
        Outbox.inTransaction(() -> notifications.tell(new Notice(
                to.workerId(),
                to.number(),
                to.appointmentId(),
                event,
                subject.toString(),
                Push.SUMMARY,
                "record",
                subject,
                day)));
        return subject;
    }

    private long summaries(Addressee worker) {
        return outbox.count("notification where worker_id = ? and event = 'daily-summary'", worker.workerId());
    }

    private String counts(Addressee worker) {
        return String.valueOf(outbox.value(
                "select cast(counts as text) from notification where worker_id = ? and event = 'daily-summary'",
                worker.workerId()));
    }

    private static String chinese(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
