package org.shouwang.register.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Moves.act;
import static org.shouwang.testsupport.Moves.asked;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.FieldCipher.Place;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Visits;

/** What is recorded of a child at the moment when it is taken over is found where the child lives from then on. */
@QuarkusTest
@Timeout(60)
class MoveRaceApiTest {

    private static final long NEW = Long.parseLong(Accounts.SECOND_VILLAGE);

    @Inject
    FieldCipher cipher;

    @Inject
    AgroalDataSource database;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Families.Household household;
    private UUID child;
    private UUID held;
    private UUID move;
    private String coordinator = "";

    @BeforeEach
    void aFamilyOnItsWay() {
        household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        child = Families.register(DIRECTOR, Accounts.VILLAGE, household, "HIGH");
        held = MoveForms.assigned(child);
        move = asked(DIRECTOR, Moves.ofHousehold(child, Moves.to(Accounts.SECOND_VILLAGE)));
        coordinator = COORDINATOR.token();
    }

    @AfterEach
    void leave() {
        threads.shutdownNow();
    }

    /** Accepts the move, which stands still at the child's task, and sends the requests before it goes on. */
    private List<Integer> meanwhile(List<Callable<Integer>> requests) throws Exception {
        try (Connection transaction = database.getConnection();
                PreparedStatement hold = transaction.prepareStatement("select 1 from task where id = ? for update")) {
            transaction.setAutoCommit(false);
            hold.setObject(1, held);
            hold.execute();
            Future<Integer> accepted = threads.submit(
                    () -> act(COORDINATOR, move, "accept", Map.of()).extract().statusCode());
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 1);
            List<Future<Integer>> sent = new ArrayList<>();
            for (Callable<Integer> request : requests) {
                sent.add(threads.submit(request));
            }
            await().atMost(Duration.ofSeconds(4))
                    .until(() ->
                            waiting() + sent.stream().filter(Future::isDone).count() > sent.size());
            transaction.rollback();
            assertThat(accepted.get()).isEqualTo(200);
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> one : sent) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private long waiting() throws SQLException {
        return Sql.number(
                database,
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    }

    private long areaOf(String query, UUID id) throws SQLException {
        return Sql.number(database, query, id);
    }

    @Test
    void visitsCallsAndTasksOfThatMomentAreInTheNewVillage() throws Exception {
        UUID visit = UUID.randomUUID();
        UUID call = UUID.randomUUID();
        UUID ofChild = UUID.randomUUID();
        UUID ofHousehold = UUID.randomUUID();
        UUID post = COORDINATOR.appointment("TOWNSHIP_COORDINATOR");

        List<Integer> answers = meanwhile(List.of(
                () -> put("visits", visit, visit()),
                () -> put("contacts", call, call()),
                () -> assign(task(ofChild, "CHILD", child, post)),
                () -> assign(task(ofHousehold, "HOUSEHOLD", household.id(), post))));

        assertThat(answers).containsOnly(201);
        assertThat(areaOf("select area_code from visit where id = ?", visit)).isEqualTo(NEW);
        assertThat(areaOf("select area_code from visit_child where visit_id = ?", visit))
                .isEqualTo(NEW);
        assertThat(areaOf("select area_code from contact_child where contact_id = ?", call))
                .isEqualTo(NEW);
        assertThat(areaOf("select area_code from task where id = ?", ofChild)).isEqualTo(NEW);
        assertThat(areaOf("select area_code from task where id = ?", ofHousehold))
                .isEqualTo(NEW);
    }

    @Test
    void nobodyIsEnteredInAHouseholdThatIsJustLeaving() throws Exception {
        Map<String, Object> form = Families.child(Accounts.VILLAGE, household);
        String director = DIRECTOR.token();

        List<Integer> answers = meanwhile(List.of(() -> Accounts.with(director)
                .body(form)
                .put("/api/v1/children/{id}", UUID.randomUUID())
                .statusCode()));

        assertThat(answers).containsExactly(422);
        assertThat(leftBehind()).isZero();
    }

    @Test
    void whoIsJustEnteredInAHouseholdGoesAlong() throws Exception {
        UUID newcomer = UUID.randomUUID();
        try (Connection transaction = database.getConnection()) {
            transaction.setAutoCommit(false);
            enter(newcomer, transaction);
            Future<Integer> accepted = threads.submit(
                    () -> act(COORDINATOR, move, "accept", Map.of()).extract().statusCode());
            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 1);

            transaction.commit();

            assertThat(accepted.get()).isEqualTo(200);
        }
        assertThat(areaOf("select area_code from child where id = ?", newcomer)).isEqualTo(NEW);
        assertThat(leftBehind()).isZero();
    }

    /** Holds the household as an entry does, and writes a child like the other one, under seals of its own. */
    private void enter(UUID newcomer, Connection transaction) throws SQLException {
        try (PreparedStatement hold = transaction.prepareStatement("select 1 from household where id = ? for share");
                PreparedStatement write = transaction.prepareStatement("""
                        insert into child
                        select (jsonb_populate_record(c, jsonb_build_object('id', ?::text, 'file_status', 'ACTIVE',
                            'id_number_hash', null, 'id_number_hash_next', null))).*
                        from child c where id = ?
                        """);
                PreparedStatement seal = transaction.prepareStatement("""
                        update child
                        set id_number_cipher = ?, hukou_address_cipher = ?, residence_address_cipher = ?,
                            contact_phone_cipher = null
                        where id = ?
                        """)) {
            hold.setObject(1, household.id());
            hold.execute();
            write.setString(1, newcomer.toString());
            write.setObject(2, child);
            write.executeUpdate();
            seal.setBytes(1, cipher.encrypt(Families.boysNumber(), new Place("child", "id_number_cipher", newcomer)));
            seal.setBytes(2, cipher.encrypt("1", new Place("child", "hukou_address_cipher", newcomer)));
            seal.setBytes(3, cipher.encrypt("1", new Place("child", "residence_address_cipher", newcomer)));
            seal.setObject(4, newcomer);
            seal.executeUpdate();
        }
    }

    private long leftBehind() throws SQLException {
        return Sql.number(
                database,
                "select count(*) from child c join household h on h.id = c.household_id"
                        + " where h.id = ? and c.area_code <> h.area_code",
                household.id());
    }

    private int put(String what, UUID id, Map<String, ?> body) {
        return Accounts.with(coordinator)
                .body(body)
                .put("/api/v1/" + what + "/{id}", id)
                .statusCode();
    }

    private int assign(Map<String, ?> task) {
        return Accounts.with(coordinator).body(task).post("/api/v1/tasks").statusCode();
    }

    private Map<String, Object> visit() {
        return Visits.phoned(household.id(), child);
    }

    private Map<String, Object> call() {
        return Visits.contact(child);
    }

    private static Map<String, Object> task(UUID id, String subjectType, UUID subject, UUID assignee) {
        Map<String, Object> task = Tasks.visitTo(subject, assignee, Demo.today().plusDays(3));
        task.put("id", id);
        task.put("subjectType", subjectType);
        return task;
    }
}
