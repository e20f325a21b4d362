package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Together;

@QuarkusTest
class ReplanByPolicyApiTest {

    private static final long COUNTY = 610304000000L;
    private static final long OTHER_VILLAGE = 610304102202L;

    @Inject
    AgroalDataSource database;

    @Inject
    MovableClock clock;

    @Inject
    PlanFollowUps planner;

    @Inject
    ReplanByPolicy replan;

    private Village village;
    private UUID child;

    @BeforeEach
    void aPlannedChild() {
        village = new Village(Accounts.VILLAGE, database);
        child = village.child(RiskLevel.LOW);
        run(planner::runOnce);
        assertThat(looks(child)).isZero();
    }

    private interface Work {
        Uni<Integer> begin();
    }

    private static int run(Work work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work::begin);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private long looks(UUID of) {
        return village.count("select count(*) from follow_up_look where child_id = ?", of);
    }

    private void changed(long area, LocalDate from) {
        village.run("insert into follow_up_replan (area_code, from_day) values (?, ?)", area, Date.valueOf(from));
    }

    private long left() {
        return village.count("select count(*) from follow_up_replan");
    }

    @Test
    void childrenOfTheAreaArePlannedAnewFromTheDayOn() {
        LocalDate today = LocalDays.today(clock);
        changed(COUNTY, today.plusDays(1));
        assertThat(run(replan::runOnce)).isZero();
        assertThat(looks(child)).isZero();

        village.run("update follow_up_replan set from_day = ?", Date.valueOf(today));
        run(replan::runOnce);

        assertThat(looks(child)).isOne();
        assertThat(left()).isZero();
        run(planner::runOnce);
        assertThat(looks(child)).isZero();
    }

    @Test
    void childrenElsewhereAreLeftAlone() {
        changed(OTHER_VILLAGE, LocalDays.today(clock));

        run(replan::runOnce);

        assertThat(looks(child)).isZero();
        assertThat(left()).isZero();
    }

    @Test
    void itGoesOnWhereItStopped() {
        village.run(
                "insert into follow_up_replan (area_code, from_day, after_area, after_child) values (?, ?, ?, ?)",
                COUNTY,
                Date.valueOf(LocalDays.today(clock)),
                Long.valueOf(Accounts.VILLAGE),
                child);

        run(replan::runOnce);

        assertThat(looks(child)).isZero();
        assertThat(left()).isZero();
    }

    @Test
    void nodesTogetherAskForEachChildOnce() throws Exception {
        changed(COUNTY, LocalDays.today(clock));
        Callable<Integer> node = () -> run(replan::runOnce);

        Together.statuses(List.of(node, node, node));

        assertThat(looks(child)).isOne();
        assertThat(left()).isZero();
        run(planner::runOnce);
    }
}
