package org.shouwang.bench.month;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.LocalDays;
import org.shouwang.testsupport.Awaited;

/**
 * Thirty days of a county of 600 workers and 20 000 children by the standard follow-up policy: every half hour all jobs run
 * once, in the evening workers send what they did and read. Prints how many messages a worker has a day; {@code -Dmonth.workers=},
 * {@code -Dmonth.children=} and {@code -Dmonth.days=} make it another county.
 */
@QuarkusTest
class MonthBench {

    private static final Logger LOG = Logger.getLogger(MonthBench.class);

    private static final int WORKERS = Integer.getInteger("month.workers", 600);
    private static final int CHILDREN = Integer.getInteger("month.children", 20_000);
    private static final int DAYS = Integer.getInteger("month.days", 30);
    private static final Duration TICK = Duration.ofMinutes(30);
    private static final LocalTime SENT = LocalTime.of(19, 0);
    private static final LocalTime READ = LocalTime.of(20, 30);
    private static final int MOST = 3;

    @Inject
    @All
    List<BackgroundJob> jobs;

    @Inject
    MovableClock clock;

    @Inject
    County county;

    @Inject
    Evening evening;

    @Inject
    Told told;

    @Test
    void nobodyIsNaggedAndNothingDueIsForgotten() throws SQLException {
        LocalDate first = LocalDays.today(clock).plusDays(1);
        county.fill(WORKERS, CHILDREN, LocalDays.at(first, LocalTime.MIDNIGHT));
        long done = 0;
        long aboutDone = 0;
        long forgotten = 0;
        for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
            Instant midnight = LocalDays.at(day, LocalTime.MIDNIGHT);
            Instant morning = LocalDays.at(day, LocalTime.of(8, 0));
            for (Duration time = Duration.ZERO; time.toDays() < 1; time = time.plus(TICK)) {
                Instant now = midnight.plus(time);
                clock.moveTo(now);
                LocalTime here = LocalTime.MIDNIGHT.plus(time);
                done += here.equals(SENT) ? evening.work(now) : 0;
                if (here.equals(READ)) {
                    evening.read(now);
                }
                runJobs();
                aboutDone += told.aboutDone(now);
                forgotten += here.equals(LocalTime.NOON) ? told.forgotten(day, morning) : 0;
            }
            LOG.infof(
                    "%s: %d tasks done so far, %d forgotten, %d messages about what is over",
                    day, done, forgotten, aboutDone);
        }
        List<String> lines = told.byRole(first, first.plusDays(DAYS));
        LOG.infof(
                "%n| role | workers | messages | a worker and day: mean | p50 | p95 | most |%n|---|---|---|---|---|---|---|%n%s%n"
                        + "tasks done %d, due and not said %d, about what is over %d, in quiet hours and not urgent %d",
                String.join(System.lineSeparator(), lines), done, forgotten, aboutDone, told.inQuietHours());

        assertThat(done).isPositive();
        assertThat(forgotten).as("due and not said").isZero();
        assertThat(aboutDone).as("about what is over").isZero();
        assertThat(told.inQuietHours()).as("in quiet hours").isZero();
        assertThat(lines).allSatisfy(line -> assertThat(p95(line)).isLessThanOrEqualTo(MOST));
    }

    private void runJobs() {
        jobs.stream()
                .filter(job -> !job.getClass().getName().startsWith("org.shouwang.platform"))
                .sorted(Comparator.comparing(BackgroundJob::order))
                .forEach(job -> Awaited.result(job::runOnce));
    }

    private static int p95(String line) {
        return Integer.parseInt(line.split("\\|", -1)[6].strip());
    }
}
