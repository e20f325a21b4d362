package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.task.TaskJson.because;
import static org.shouwang.task.TaskJson.with;
import static org.shouwang.testsupport.Accounts.CHAIR_AND_DIRECTOR;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Tasks.assigned;
import static org.shouwang.testsupport.Tasks.visitTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Together;
import org.shouwang.testsupport.Visits;

@QuarkusTest
class TaskRaceApiTest {

    private static final int AT_ONCE = 6;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private Village village;
    private UUID director;
    private LocalDate due;

    @BeforeEach
    void village() {
        village = new Village(Accounts.VILLAGE, database);
        director = DIRECTOR.appointment("CHILDREN_DIRECTOR");
        due = LocalDays.today(clock).plusDays(5);
    }

    @RepeatedTest(3)
    void ofEqualReturnsThatArriveTogetherOneMovesTheTask() throws Exception {
        UUID task = assigned(Tasks.report(Accounts.VILLAGE, director, due));
        Map<String, Object> back = because("外出培训");
        List<Callable<Integer>> returns = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            var request = DIRECTOR.request().body(back);
            returns.add(() -> request.post("/api/v1/tasks/" + task + "/return").statusCode());
        }

        List<Integer> answers = Together.statuses(returns);

        assertThat(answers).hasSize(AT_ONCE).containsOnly(200);
        assertThat(village.texts("select status || version from task where id = ?", task))
                .containsExactly("NEW1");
        assertThat(village.count("select count(*) from task_action where task_id = ?", task))
                .isOne();
        assertThat(village.count("select count(*) from audit where action = 'task.return' and subject_id = ?", task))
                .isOne();
        assertThat(village.told(task))
                .containsExactly("task-assigned CHILDREN_DIRECTOR", "task-returned TOWNSHIP_COORDINATOR");
    }

    @RepeatedTest(5)
    void aVisitAndACancelAtOnceEndTheTaskInOneWay() throws Exception {
        UUID household = village.household();
        UUID child = village.child(household, "郑小宝", RiskLevel.LOW);
        UUID task = assigned(visitTo(child, director, due));
        UUID visit = UUID.randomUUID();
        var visiting = DIRECTOR.request().body(Visits.met(household, child));
        var cancelling = COORDINATOR.request().body(because("重复"));

        List<Integer> answers = Together.statuses(List.of(
                () -> visiting.put("/api/v1/visits/" + visit).statusCode(),
                () -> cancelling.post("/api/v1/tasks/" + task + "/cancel").statusCode()));

        boolean cancelled = answers.get(1) == 200;
        assertThat(answers).isIn(List.of(201, 200), List.of(201, 409));
        assertThat(village.texts(
                        "select status || version || coalesce(result_id::text, '-') from task where id = ?", task))
                .containsExactly(cancelled ? "CANCELLED1-" : "DONE1" + visit);
        assertThat(village.count(
                        "select count(*) from task_ladder where task_id = ? and next_alert_at is not null", task))
                .isZero();
    }

    static Stream<Arguments> contraries() {
        List<String> actions = List.of("accept", "complete", "return", "reassign", "cancel");
        return Stream.concat(
                actions.stream().flatMap(one -> actions.stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .map(other -> Arguments.of(one, other))),
                Stream.of(Arguments.of("reassign", "reassign to the chair")));
    }

    /** Both have seen the same task before either moves it: the lock of the test holds them up. */
    @ParameterizedTest
    @MethodSource("contraries")
    void ofTwoContraryActionsThatMeetOneWinsAndTheOtherIsToldSo(String one, String other) throws Exception {
        UUID task = assigned(Tasks.report(Accounts.SECOND_VILLAGE, secondDirector(), due));
        var first = action(one, task);
        var second = action(other, task);
        List<Integer> answers;
        ExecutorService phones = Executors.newSingleThreadExecutor();
        try (Connection holder = database.getConnection();
                Statement hold = holder.createStatement()) {
            holder.setAutoCommit(false);
            hold.execute("select 1 from task where id = '" + task + "' for update");
            var sent = phones.submit(() -> Together.statuses(List.of(first, second)));
            Blocked.await(village, 2);
            holder.rollback();
            answers = sent.get();
        } finally {
            phones.shutdownNow();
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(village.texts("select version::text from task where id = ?", task))
                .containsExactly("1");
        assertThat(village.texts("select upper(action) from task_action where task_id = ?", task))
                .containsExactly((answers.get(0) == 200 ? one : other).split(" ")[0].toUpperCase(Locale.ROOT));
    }

    private static UUID secondDirector() {
        return CHAIR_AND_DIRECTOR.appointment("CHILDREN_DIRECTOR");
    }

    private Callable<Integer> action(String name, UUID task) {
        boolean byAssignee = List.of("accept", "complete", "return").contains(name);
        UUID target = name.equals("reassign")
                ? COORDINATOR.appointment("TOWNSHIP_COORDINATOR")
                : CHAIR_AND_DIRECTOR.appointment("WOMENS_CHAIR");
        Map<String, Object> body = byAssignee && !name.equals("return") ? TaskJson.action() : because("情况有变");
        var request = (byAssignee ? CHAIR_AND_DIRECTOR : COORDINATOR)
                .request()
                .body(name.startsWith("reassign") ? with(body, "assigneeAppointmentId", target) : body);
        return () ->
                request.post("/api/v1/tasks/" + task + "/" + name.split(" ")[0]).statusCode();
    }
}
