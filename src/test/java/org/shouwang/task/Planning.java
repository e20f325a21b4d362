package org.shouwang.task;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.Dependent;
import java.sql.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.shouwang.devtools.MovableClock;
import org.shouwang.platform.LocalDays;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;

/** A village whose follow-ups are planned, from noon of tomorrow on. */
@Dependent
class Planning {

    private final MovableClock clock;
    private final PlanFollowUps planner;
    private final Village village;
    private final LocalDate today;

    Planning(AgroalDataSource database, MovableClock clock, PlanFollowUps planner) {
        this.clock = clock;
        this.planner = planner;
        this.village = new Village(Accounts.VILLAGE, database);
        this.today = LocalDays.today(clock).plusDays(1);
    }

    /** Moves the clock to noon of the first day. */
    void begin() {
        clock.moveTo(LocalDays.at(today, LocalTime.NOON));
    }

    /** Lets everybody go back to the time that it is. */
    void end() {
        clock.moveTo(Instant.now());
    }

    Village village() {
        return village;
    }

    LocalDate today() {
        return today;
    }

    /** Lets time pass. */
    void later(Duration time) {
        clock.moveTo(clock.instant().plus(time));
    }

    /** What the clock says, as the database takes it. */
    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A child whose file is made now. */
    UUID child(UUID household, RiskLevel level) {
        return begun(village.child(household, "郑小宝", level));
    }

    /** Says that the child is followed from now on. */
    UUID begun(UUID child) {
        village.run("update child_follow_up set followed_since = ? where child_id = ?", now(), child);
        return child;
    }

    void level(UUID child, RiskLevel level) {
        change(child, "risk_level", level.name());
    }

    void change(UUID child, String column, String value) {
        village.run("update child set " + column + " = ?, updated_at = ? where id = ?", value, now(), child);
    }

    /** Plans what waits; the number of children that were planned. */
    int run() {
        return Awaited.result(planner::runOnce);
    }

    /** The child's open planned tasks, each with the days from the first day until it is due. */
    List<String> of(UUID child) {
        run();
        return village.texts("""
                select rule || ' ' || (due_on - cast(? as date)) from task
                where subject_id = ? and origin = 'POLICY' and rule <> 'FILE_INCOMPLETE'
                  and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') order by 1
                """, Date.valueOf(today), child);
    }
}
