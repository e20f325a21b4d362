package org.shouwang.staff.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.handover.Crew.Worker;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Together;

/** What is given to a post while it ends is moved or refused, never lost. */
@QuarkusTest
@Timeout(60)
class HandoverRaceApiTest {

    private static final int AT_ONCE = 8;
    private static final String MOVING_TASKS = "%update task t%";

    @Inject
    AgroalDataSource database;

    @Inject
    FieldCipher cipher;

    @Inject
    KeyedHash hashes;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Crew crew;
    private UUID leaving;
    private UUID coordinator;
    private RequestSpecification request;

    @BeforeEach
    void aDirectorAndACoordinator() {
        crew = new Crew(database, cipher, hashes);
        leaving = crew.appoint(crew.worker(), RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);
        Worker above = crew.worker();
        coordinator = crew.appoint(above, RoleCode.TOWNSHIP_COORDINATOR, Crew.TOWN);
        request = above.request();
    }

    @AfterEach
    void leave() {
        threads.shutdownNow();
        crew.leave();
    }

    private Callable<Integer> handover(UUID from, UUID to) {
        Map<String, Object> form = Crew.handover(from, to);
        return () -> given().spec(request).body(form).post("/api/v1/handovers").statusCode();
    }

    private Callable<Integer> assignment() {
        Map<String, Object> task = Crew.report(leaving);
        return () -> given().spec(request).body(task).post("/api/v1/tasks").statusCode();
    }

    private Callable<Integer> registration() {
        Families.Household household = new Families.Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        given().spec(request)
                .body(Families.household(Crew.VILLAGE, household.grandmother(), household.father()))
                .put("/api/v1/households/{id}", household.id())
                .then()
                .statusCode(201);
        Map<String, Object> child = Families.child(Crew.VILLAGE, household);
        return () -> given().spec(request)
                .body(child)
                .put("/api/v1/children/{id}", UUID.randomUUID())
                .statusCode();
    }

    /** Holds what the handover moves last, so that it stands still when it has begun. */
    private static void holdTaskOf(UUID appointment, Connection transaction) throws SQLException {
        try (PreparedStatement hold =
                transaction.prepareStatement("select 1 from task where assignee_appointment_id = ? for update")) {
            hold.setObject(1, appointment);
            hold.execute();
        }
    }

    @RepeatedTest(5)
    void everyTaskThatIsAssignedMeanwhileIsTheReceiversOrRefused() throws Exception {
        List<Callable<Integer>> requests = new ArrayList<>(
                Collections.nCopies(AT_ONCE, 0).stream().map(i -> assignment()).toList());
        requests.add(handover(leaving, coordinator));

        List<Integer> answers = Together.statuses(requests);

        assertThat(answers.get(AT_ONCE)).isEqualTo(201);
        assertThat(answers.subList(0, AT_ONCE)).containsAnyOf(201, 422).isSubsetOf(201, 422);
        assertThat(crew.openTasksOf(leaving)).isZero();
        assertThat(crew.openTasksOf(coordinator)).isEqualTo(Collections.frequency(answers.subList(0, AT_ONCE), 201));
    }

    @RepeatedTest(3)
    void everyChildThatIsRegisteredMeanwhileHasSomebodyInForce() throws Exception {
        List<Callable<Integer>> requests = new ArrayList<>(Collections.nCopies(AT_ONCE, 0).stream()
                .map(i -> registration())
                .toList());
        requests.add(handover(leaving, coordinator));

        List<Integer> answers = Together.statuses(requests);

        assertThat(answers).containsOnly(201);
        assertThat(crew.childrenOf(leaving)).isZero();
    }

    @Test
    void whoGivesWhileAPostEndsFindsItEnded() throws Exception {
        crew.tasks(leaving, Crew.VILLAGE, 1);
        Callable<Integer> child = registration();
        try (Connection transaction = crew.transaction()) {
            holdTaskOf(leaving, transaction);
            Future<Integer> ending = threads.submit(handover(leaving, coordinator));
            crew.untilWaiting(MOVING_TASKS, 1);
            Future<Integer> assigned = threads.submit(assignment());
            Future<Integer> registered = threads.submit(child);
            crew.untilWaiting("%insert into %", 2);

            transaction.rollback();

            assertThat(ending.get()).isEqualTo(201);
            assertThat(assigned.get()).isEqualTo(422);
            assertThat(registered.get()).isEqualTo(201);
        }
        assertThat(crew.openTasksOf(leaving) + crew.childrenOf(leaving)).isZero();
        assertThat(crew.openTasksOf(coordinator)).isOne();
    }

    @Test
    void aPostEndsAfterWhoeverIsJustGivingToIt() throws Exception {
        try (Connection transaction = crew.transaction();
                PreparedStatement give = transaction.prepareStatement("""
                        insert into task (id, area_code, recorded_area_code, title, task_type, origin, subject_type, rule,
                            occurrence, assigner_appointment_id, assignee_appointment_id, priority, start_on, due_on, status,
                            request_hash, created_at, created_by, updated_at, updated_by)
                        select gen_random_uuid(), a.area_code, a.area_code, '填报', 'REPORT', 'ASSIGNED', 'NONE', 'ASSIGNED',
                            gen_random_uuid()::text, a.id, a.id, 'NORMAL', current_date, current_date, 'NEW', '', now(),
                            a.worker_id, now(), a.worker_id
                        from appointment a where a.id = ?
                        """)) {
            give.setObject(1, leaving);
            give.executeUpdate();
            Future<Integer> ending = threads.submit(handover(leaving, coordinator));
            crew.untilWaiting("%for no key update%", 1);

            transaction.commit();

            assertThat(ending.get()).isEqualTo(201);
        }
        assertThat(crew.openTasksOf(leaving)).isZero();
        assertThat(crew.openTasksOf(coordinator)).isOne();
    }

    /** The guards hold also against whoever writes to the tables by other ways. */
    @Test
    void theDatabaseGivesNothingToAPostThatHasEnded() throws Exception {
        crew.tasks(coordinator, Crew.VILLAGE, 1);
        crew.children(coordinator, Crew.VILLAGE, 1);
        assertThat(handover(leaving, coordinator).call()).isEqualTo(201);

        assertThatThrownBy(() -> crew.run(
                        "update task set assignee_appointment_id = ? where assignee_appointment_id = ?",
                        leaving,
                        coordinator))
                .rootCause()
                .hasMessageContaining("the appointment has ended");
        assertThatThrownBy(() -> crew.run(
                        "update child set responsible_appointment_id = ? where responsible_appointment_id = ?",
                        leaving,
                        coordinator))
                .rootCause()
                .hasMessageContaining("the appointment has ended");
        assertThatThrownBy(() -> crew.children(leaving, Crew.VILLAGE, 1))
                .rootCause()
                .hasMessageContaining("the appointment has ended");
        assertThatThrownBy(() -> crew.tasks(leaving, Crew.VILLAGE, 1))
                .rootCause()
                .hasMessageContaining("the appointment has ended");
    }

    @RepeatedTest(3)
    void twoPostsThatAreHandedToEachOtherLeaveOneWithAll() throws Exception {
        UUID other = crew.appoint(crew.worker(), RoleCode.CHILDREN_DIRECTOR, Crew.VILLAGE);
        for (UUID post : List.of(leaving, other)) {
            crew.children(post, Crew.VILLAGE, 2);
            crew.tasks(post, Crew.VILLAGE, 2);
        }

        List<Integer> answers = Together.statuses(List.of(handover(leaving, other), handover(other, leaving)));

        assertThat(answers).containsOnlyOnce(201).isSubsetOf(201, 409, 422);
        UUID left = answers.get(0) == 201 ? other : leaving;
        assertThat(crew.statusOf(left)).isEqualTo("ACTIVE");
        assertThat(crew.childrenOf(left) + crew.openTasksOf(left)).isEqualTo(8);
    }

    @Test
    void aHandoverWhoseConnectionBreaksLeavesAllAsItWas() throws Exception {
        crew.children(leaving, Crew.VILLAGE, 2);
        crew.tasks(leaving, Crew.VILLAGE, 2);
        Callable<Integer> handover = handover(leaving, coordinator);
        try (Connection transaction = crew.transaction()) {
            holdTaskOf(leaving, transaction);
            Future<Integer> broken = threads.submit(handover);
            crew.untilWaiting(MOVING_TASKS, 1);

            crew.count(
                    "select pg_terminate_backend(pid)::integer from pg_stat_activity"
                            + " where wait_event_type = 'Lock' and query like ?",
                    MOVING_TASKS);

            assertThat(broken.get()).isEqualTo(503);
            transaction.rollback();
        }
        assertThat(crew.statusOf(leaving)).isEqualTo("ACTIVE");
        assertThat(crew.childrenOf(leaving) + crew.openTasksOf(leaving)).isEqualTo(4);
        assertThat(crew.count("select count(*) from handover where from_appointment_id = ?", leaving))
                .isZero();
        assertThat(crew.count("select count(*) from audit where appointment_id = ?", coordinator))
                .isZero();

        assertThat(handover.call()).isEqualTo(201);
        assertThat(handover.call()).isEqualTo(200);
        assertThat(crew.childrenOf(coordinator) + crew.openTasksOf(coordinator)).isEqualTo(4);
    }
}
