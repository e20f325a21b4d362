package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.SentStatements;
import org.shouwang.testsupport.SentStatements.Sent;

/** What is due is found by an index, however much is open: all that the sweep sends, and those that wake phones and see who opens. */
@QuarkusTest
class SweepPlanApiTest {

    private static final List<String> AFTER_IT = List.of("send-deliveries", "follow-unopened");

    private static final Pattern PLANNED = Pattern.compile("(?is)\\s*(select|insert|update|delete|with)\\b.*");

    private static final Pattern WHOLE_TABLE = Pattern.compile(
            "Seq Scan on (task|task_ladder|task_ladder_step|notification|delivery_\\w+|push_round|reach|child|visit|sync_change)\\b");

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    SweepLadder sweep;

    @Inject
    @All
    List<BackgroundJob> jobs;

    @AfterEach
    void backToRealTime() {
        clock.moveTo(Instant.now());
    }

    @Test
    void whatIsDueIsFoundByItsIndex() throws SQLException {
        LateTasks late = LateTasks.dueTomorrow(database, clock, sweep);
        late.visitTo(RiskLevel.CRITICAL);
        List<Sent> sent;
        try (SentStatements log = SentStatements.start()) {
            late.sweepOn(1, "08:00");
            for (BackgroundJob job : jobs) {
                if (AFTER_IT.contains(job.name())) {
                    run(job);
                }
            }
            sent = log.all();
        }

        Map<String, String> plans = plans(sent);

        assertThat(String.join("\n", plans.values()))
                .contains("task_ladder_due", "delivery", "_next_attempt_at_idx", "reach_due_urgent", "reach_due_high");
        assertThat(plans).allSatisfy((statement, plan) -> assertThat(
                        WHOLE_TABLE.matcher(plan).results())
                .as("%s%n%s", statement, plan)
                .isEmpty());
    }

    private static void run(BackgroundJob job) {
        try {
            VertxContextSupport.subscribeAndAwait(job::runOnce);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** A small table is read as a whole whatever its indexes. */
    private Map<String, String> plans(List<Sent> sent) throws SQLException {
        Map<String, String> plans = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement planned = connection.createStatement()) {
            connection.setAutoCommit(false);
            planned.execute("set local enable_seqscan = off");
            for (Sent one : sent) {
                if (PLANNED.matcher(one.sql()).matches() && !plans.containsKey(one.sql())) {
                    plans.put(one.sql(), plan(planned, one));
                }
            }
            connection.rollback();
        }
        return plans;
    }

    private static String plan(Statement session, Sent sent) throws SQLException {
        session.execute("prepare swept as " + sent.sql());
        List<String> lines = new ArrayList<>();
        String arguments = sent.arguments().size() == 0 ? "" : "(" + sent.literals() + ")";
        try (ResultSet rows = session.executeQuery("explain execute swept" + arguments)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        session.execute("deallocate swept");
        return String.join("\n", lines);
    }
}
