package org.shouwang.task;

import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.agroal.api.AgroalDataSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Tasks;

/** Tasks of a village that are due tomorrow, and sweeps of the ladder on days after that. */
record LateTasks(Village village, UUID director, LocalDate due, MovableClock clock, SweepLadder sweep) {

    static final String TASK_ASSIGNED = "task-assigned CHILDREN_DIRECTOR";
    static final String TO_DIRECTOR = "task-overdue CHILDREN_DIRECTOR";
    static final String TO_TOWNSHIP = "task-overdue-township TOWNSHIP_COORDINATOR";
    static final String TO_COUNTY = "task-overdue-county COUNTY_CIVIL_AFFAIRS";

    static LateTasks dueTomorrow(AgroalDataSource database, MovableClock clock, SweepLadder sweep) {
        return new LateTasks(
                new Village(Accounts.VILLAGE, database),
                DIRECTOR.appointment("CHILDREN_DIRECTOR"),
                LocalDays.today(clock).plusDays(1),
                clock,
                sweep);
    }

    /** A visit to a child at this level that the director is asked for. */
    UUID visitTo(RiskLevel level) {
        return Tasks.assigned(Tasks.visitTo(village.child(level), director, due));
    }

    /** Moves the clock there and sweeps once. */
    int sweepOn(int daysAfterDue, String time) {
        clock.moveTo(LocalDays.at(due.plusDays(daysAfterDue), LocalTime.parse(time)));
        return sweepNow();
    }

    int sweepNow() {
        return Awaited.result(sweep::runOnce);
    }
}
