package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.devtools.MovableClock;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.plan.FollowUpLooks;
import org.shouwang.task.plan.FollowUpLooks.Due;
import org.shouwang.testsupport.Appointments;
import org.shouwang.testsupport.Awaited;

/** A village without a director, and then with one. */
@QuarkusTest
class PlanForNobodyApiTest {

    private static final String VILLAGE = "610304115201";

    private static final String HOLDERS = """
            select distinct coalesce(cast(assignee_appointment_id as text), 'nobody') from task
            where subject_id = ? and rule = ? and status = 'NEW'
            """;

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    PlanFollowUps planner;

    @Inject
    FollowUpLooks looks;

    private final UUID post = UUID.randomUUID();
    private Village village;
    private UUID one;
    private UUID other;

    @BeforeEach
    void nobodyLooksAfterThem() {
        village = new Village(VILLAGE, database);
        directorBegins(100_000);
        one = village.child(RiskLevel.MEDIUM);
        other = village.child(RiskLevel.MEDIUM);
        plan();
        village.run("""
                insert into appointment (id, worker_id, role_code, area_code, organisation_id, appointed_on)
                select ?, worker_id, role_code, ?, null, appointed_on from appointment where id = ?
                """, post, Long.valueOf(VILLAGE), DIRECTOR.appointment("CHILDREN_DIRECTOR"));
    }

    /** Moves the day on which the director of the demo district begins. */
    private void directorBegins(int days) {
        village.run(
                "update appointment set appointed_on = appointed_on + ? where role_code = 'CHILDREN_DIRECTOR' and area_code = ? and id <> ? and status <> 'ENDED'",
                days,
                Long.valueOf(VILLAGE),
                post);
    }

    @AfterEach
    void leave() throws Exception {
        directorBegins(-100_000);
        Appointments.end(database, "id = ?", post);
        plan();
    }

    private void plan() {
        Awaited.result(planner::runOnce);
    }

    private List<String> holders(UUID child, String rule) {
        return village.texts(HOLDERS, child, rule);
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        return Awaited.result(work);
    }

    @Test
    void whoComesIntoOfficeHasWhatNobodyHeldThoughNothingElseHappens() {
        plan();

        assertThat(holders(one, "FIRST_VISIT")).containsExactly(post.toString());
        assertThat(holders(other, "RE_ASSESS")).containsExactly(post.toString());
    }

    /** The other connection gives the child to somebody after the planner has read who looks after it. */
    @Test
    void aChildThatIsGivenToSomebodyMeanwhileIsLeftToTheNextPlan() {
        Instant now = clock.instant();
        village.run("insert into follow_up_look (child_id, look_at) values (?, timestamptz 'epoch')", one);
        List<Due> seen = await(() -> looks.due(now, 10_000)).stream()
                .filter(due -> due.childId().equals(one) || due.childId().equals(other))
                .toList();

        village.run("update child set responsible_appointment_id = ? where id = ?", post, one);
        List<Due> claimed = await(() -> Panache.withTransaction(() -> looks.claim(seen, now)));

        assertThat(claimed).extracting(Due::childId).doesNotContain(one);
        plan();
        assertThat(holders(one, "FIRST_VISIT")).containsExactly(post.toString());
    }

    /** What is asked for after the planner has read who works where stays, and is planned with whoever works there then. */
    @Test
    void aLookThatIsAskedForMeanwhileStays() {
        Instant now = clock.instant();
        village.run("insert into follow_up_look (child_id, look_at) values (?, timestamptz 'epoch')", one);
        List<Due> seen = await(() -> looks.due(now, 10_000)).stream()
                .filter(due -> due.childId().equals(one))
                .toList();

        village.run("insert into follow_up_look (child_id, look_at) values (?, timestamptz 'epoch')", one);
        await(() -> Panache.withTransaction(() -> looks.claim(seen, now)));

        assertThat(village.count("select count(*) from follow_up_look where child_id = ?", one))
                .isOne();
    }

    /** Whoever ends a post holds it first, and then the files that belong to it. */
    @Test
    @Timeout(60)
    void thePlannerHoldsNoFileWhileItWaitsForAPostThatEnds() throws Exception {
        takenOver();
        village.run(
                "update child set risk_level = 'HIGH', updated_at = updated_at + interval '1 second' where id = ?",
                one);
        try (Connection ending = database.getConnection();
                Statement statement = ending.createStatement()) {
            ending.setAutoCommit(false);
            statement.execute("select 1 from appointment where id = '" + post + "' for no key update");
            ExecutorService node = Executors.newSingleThreadExecutor();
            Future<?> planned = node.submit(this::plan);
            Blocked.await(village, 1);

            statement.execute("set local lock_timeout = '2s'");
            statement.execute("update child set updated_at = updated_at where id = '" + one + "'");
            ending.commit();
            planned.get();
            node.shutdown();
        }

        assertThat(holders(one, "NEXT_CONTACT")).containsExactly(post.toString());
    }

    private void takenOver() {
        village.run("update child set responsible_appointment_id = ? where id in (?, ?)", post, one, other);
        plan();
    }

    @Test
    void whoeverLooksAfterTheChildrenNextHasTheirTasksAndIsToldOnce() {
        assertThat(holders(one, "FIRST_VISIT")).containsExactly("nobody");
        assertThat(holders(one, "RE_ASSESS")).containsExactly("nobody");

        takenOver();

        assertThat(holders(one, "FIRST_VISIT")).containsExactly(post.toString());
        assertThat(holders(one, "RE_ASSESS")).containsExactly(post.toString());
        assertThat(holders(other, "FIRST_VISIT")).containsExactly(post.toString());
        assertThat(village.texts("select event from notification where appointment_id = ?", post))
                .containsExactly("tasks-handed-over");
        assertThat(village.count("""
                        select count(*) from audit a join task t on t.id = a.subject_id
                        where t.subject_id = ? and a.action = 'task.reassign'
                        """, one)).isEqualTo(2);
    }

    @Test
    void whatSomebodyReturnedWaitsForTheCoordinator() {
        village.run(
                "update task set return_reason = '路不通' where subject_id = ? and rule = 'FIRST_VISIT' and status = 'NEW'",
                one);

        takenOver();

        assertThat(holders(one, "FIRST_VISIT")).containsExactly("nobody");
        assertThat(holders(one, "RE_ASSESS")).containsExactly(post.toString());
    }
}
