package org.shouwang.devtools;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.shouwang.devtools.DemoFamily.DemoChild;
import org.shouwang.platform.LocalDays;

/** A history of home visits, and tasks that are open, due soon or late. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class DemoWork {

    private static final int VISITS = 2;
    private static final int DAYS_BETWEEN_VISITS = 28;
    private static final int TASK_EVERY = 7;
    private static final LocalTime VISIT_TIME = LocalTime.of(16, 30);
    private static final LocalTime ALERT_TIME = LocalTime.of(8, 0);

    private static final String[] VISIT = {
        "id",
        "household_id",
        "area_code",
        "recorded_area_code",
        "visitor_appointment_id",
        "method",
        "purpose",
        "started_at",
        "ended_at",
        "outcome",
        "living_env",
        "hazards",
        "received_at",
        "request_hash",
        "created_at",
        "created_by",
        "updated_at",
        "updated_by"
    };

    private static final String[] ANSWERS = {
        "visit_id",
        "child_id",
        "area_code",
        "met",
        "actual_caregiver_id",
        "care_quality",
        "unattended",
        "physical_today",
        "psych_signs",
        "school_attendance",
        "needs"
    };

    private final Clock clock;

    DemoWork(Clock clock) {
        this.clock = clock;
    }

    void load(Connection connection, List<DemoFamily> families, UUID author, UUID assigner) throws SQLException {
        visits(connection, families, author);
        visitFeed(connection);
        tasks(connection, families, author, assigner);
    }

    private void visits(Connection connection, List<DemoFamily> families, UUID author) throws SQLException {
        LocalDate today = LocalDays.today(clock);
        try (DemoBatch visits = new DemoBatch(connection, "visit", VISIT);
                DemoBatch answers = new DemoBatch(connection, "visit_child", ANSWERS)) {
            for (DemoFamily family : families) {
                for (int i = 1; i <= VISITS; i++) {
                    UUID id = DemoIds.of("visit", family.number() + "/" + i);
                    LocalDate day = today.minusDays((long) i * DAYS_BETWEEN_VISITS + family.number() % 9);
                    visits.add(visit(id, family, LocalDays.at(day, VISIT_TIME), author));
                    for (DemoChild child : family.children()) {
                        answers.add(answers(id, family, child));
                    }
                }
            }
            visits.insert();
            answers.insert();
        }
    }

    /** In the order of {@link #VISIT}. */
    private static Object[] visit(UUID id, DemoFamily family, Instant start, UUID author) {
        return new Object[] {
            id,
            family.id(),
            family.village(),
            family.village(),
            family.director(),
            "HOME",
            "ROUTINE",
            start,
            start.plus(Duration.ofMinutes(40)),
            "MET_CHILD_AND_CAREGIVER",
            "AVERAGE",
            List.of("NONE"),
            start,
            DemoFamilies.REQUEST_HASH,
            start,
            author,
            start,
            author
        };
    }

    /** In the order of {@link #ANSWERS}. */
    private static Object[] answers(UUID visit, DemoFamily family, DemoChild child) {
        return new Object[] {
            visit,
            child.id(),
            family.village(),
            true,
            family.grandmother(),
            "FAIR",
            "NO",
            "NORMAL",
            List.of("NORMAL"),
            "REGULAR",
            List.of("NONE")
        };
    }

    private static void visitFeed(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select feed_put(area_code, 'visit', id, version) from visit");
            // What was before is nobody's to verify.
            statement.execute("delete from visit_sample");
        }
    }

    private void tasks(Connection connection, List<DemoFamily> families, UUID author, UUID assigner)
            throws SQLException {
        LocalDate today = LocalDays.today(clock);
        Instant now = clock.instant();
        try (DemoBatch tasks = new DemoBatch(
                        connection,
                        "task",
                        "id",
                        "area_code",
                        "recorded_area_code",
                        "title",
                        "task_type",
                        "origin",
                        "subject_type",
                        "subject_id",
                        "rule",
                        "occurrence",
                        "assigner_appointment_id",
                        "assignee_appointment_id",
                        "priority",
                        "start_on",
                        "due_on",
                        "status",
                        "request_hash",
                        "created_at",
                        "created_by",
                        "updated_at",
                        "updated_by");
                DemoBatch ladder = new DemoBatch(connection, "task_ladder", "task_id", "next_alert_at")) {
            for (DemoFamily family : families) {
                if (family.number() % TASK_EVERY == 0) {
                    DemoChild child = family.children().get(0);
                    UUID id = DemoIds.of("task", child.id());
                    LocalDate due = today.plusDays(family.number() % 12 - 3);
                    tasks.add(
                            id,
                            family.village(),
                            family.village(),
                            "入户走访",
                            "VISIT",
                            "ASSIGNED",
                            "CHILD",
                            child.id(),
                            "ASSIGNED",
                            id.toString(),
                            assigner,
                            family.director(),
                            "NORMAL",
                            due.minusDays(14),
                            due,
                            "NEW",
                            DemoFamilies.REQUEST_HASH,
                            now,
                            author,
                            now,
                            author);
                    ladder.add(id, LocalDays.at(due.plusDays(1), ALERT_TIME));
                }
            }
            tasks.insert();
            ladder.insert();
        }
    }
}
