package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.task.TaskJson.id;
import static org.shouwang.task.TaskJson.with;
import static org.shouwang.testsupport.Accounts.COUNTY;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Accounts.HOSTED_DIRECTOR;
import static org.shouwang.testsupport.Accounts.OTHER_TOWN_DIRECTOR;
import static org.shouwang.testsupport.Accounts.TOWNSHIP_CHAIR;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Appointments;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Tasks;

/** Every level and priority, in four situations, over 45 days. */
@QuarkusTest
class LadderByHandApiTest {

    private static final int DAYS = 45;
    private static final long OTHER_TOWN = 610304106000L;

    private static final String DEMO_COORDINATOR = "role_code = 'TOWNSHIP_COORDINATOR' and area_code = " + OTHER_TOWN;

    /** Post as it stands in the table, and how its people are called there. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("CHILDREN_DIRECTOR 610304101200", "director"),
            Map.entry("CHILDREN_DIRECTOR 610304106200", "director"),
            Map.entry("CHILDREN_DIRECTOR 610304102202", "director"),
            Map.entry("TOWNSHIP_COORDINATOR 610304101000", "coordinator"),
            Map.entry("TOWNSHIP_COORDINATOR 610304106000", "coordinator"),
            Map.entry("TOWNSHIP_COORDINATOR 610304102000", "coordinator"),
            Map.entry("TOWNSHIP_WOMENS_CHAIR 610304106000", "chair"),
            Map.entry("COUNTY_CIVIL_AFFAIRS 610304000000", "county"),
            Map.entry("COUNTY_CIVIL_AFFAIRS zone", "zone"));

    /** A situation: where it is, and who has the tasks. */
    private record Scene(Village village, UUID assignee) {}

    @Inject
    AgroalDataSource database;

    private final UUID vacant = UUID.randomUUID();
    private final UUID chair = UUID.randomUUID();
    private final UUID zone = UUID.randomUUID();
    private Village village;
    private Map<String, Scene> scenes;
    private LocalDate due;

    @BeforeEach
    void situations() {
        village = new Village(Accounts.VILLAGE, database);
        due = Demo.today().plusDays(1);
        UUID director = DIRECTOR.appointment("CHILDREN_DIRECTOR");
        appoint(vacant, director, "CHILDREN_DIRECTOR", Long.valueOf(Accounts.VILLAGE));
        appoint(chair, TOWNSHIP_CHAIR.appointment("TOWNSHIP_WOMENS_CHAIR"), "TOWNSHIP_WOMENS_CHAIR", OTHER_TOWN);
        appoint(zone, COUNTY.appointment("COUNTY_CIVIL_AFFAIRS"), "COUNTY_CIVIL_AFFAIRS", null);
        scenes = Map.of(
                "all posts held", new Scene(village, director),
                "no director", new Scene(village, vacant),
                "no coordinator",
                        new Scene(
                                new Village("610304106200", database),
                                OTHER_TOWN_DIRECTOR.appointment("CHILDREN_DIRECTOR")),
                "run by the zone",
                        new Scene(
                                new Village("610304102202", database),
                                HOSTED_DIRECTOR.appointment("CHILDREN_DIRECTOR")));
    }

    /** A second post of somebody who has one; without an area, that of the development zone. */
    private void appoint(UUID id, UUID like, String role, Long area) {
        village.run("""
                insert into appointment (id, worker_id, role_code, area_code, organisation_id, appointed_on)
                select ?, worker_id, ?, ?,
                    case when ?::bigint is null then (select id from organisation where kind = 'DEVELOPMENT_ZONE') end,
                    appointed_on
                from appointment where id = ?
                """, id, role, area, area, like);
    }

    @AfterEach
    void asBefore() throws Exception {
        Demo.backToRealTime();
        village.run("update appointment set appointed_on = '2026-01-04' where " + DEMO_COORDINATOR);
        Appointments.end(database, "id in (?, ?, ?)", vacant, chair, zone);
    }

    private void vacate() {
        village.run("update appointment set appointed_on = '9999-01-01' where id = ? or " + DEMO_COORDINATOR, vacant);
    }

    private UUID late(LadderByHand row, String token) {
        Scene scene = scenes.get(row.situation());
        String[] subject = row.late().split(" ");
        Map<String, Object> task = subject[0].equals("child")
                ? with(
                        Tasks.visitTo(scene.village().child(RiskLevel.valueOf(subject[1])), scene.assignee(), due),
                        "priority",
                        "LOW")
                : with(Tasks.report(scene.village().code(), scene.assignee(), due), "priority", subject[1]);
        Accounts.with(token).body(task).post("/api/v1/tasks").then().statusCode(201);
        return id(task);
    }

    /** Everybody who was told until now that the task is late. */
    private List<String> told(UUID task) {
        List<String> people = new ArrayList<>();
        village.texts("""
                        select a.role_code || ' ' || coalesce(a.area_code::text, 'zone')
                        from notification n join appointment a on a.id = n.appointment_id
                        where n.subject_id = ? and n.event like 'task-overdue%'
                        """, task).forEach(post -> people.add(NAMES.getOrDefault(post, post)));
        return people;
    }

    @Test
    @Timeout(120)
    void whoIsToldOnWhichDayIsWhatTheTableSays() {
        Map<UUID, LadderByHand> tasks = new HashMap<>();
        String token = COUNTY.token();
        LadderByHand.rows().forEach(row -> tasks.put(late(row, token), row));
        vacate();
        List<String> wrong = new ArrayList<>();
        Map<UUID, List<String>> before = new HashMap<>();

        for (int day = 0; day <= DAYS; day++) {
            Demo.moveTo(due.plusDays(day), LocalTime.of(8, 0));
            Demo.sweep();
            for (Map.Entry<UUID, LadderByHand> task : tasks.entrySet()) {
                List<String> now = told(task.getKey());
                Set<String> today = new HashSet<>(now);
                today.removeAll(before.getOrDefault(task.getKey(), List.of()));
                before.put(task.getKey(), now);
                boolean twice = new HashSet<>(now).size() < now.size();
                if (twice || !today.equals(task.getValue().on(day))) {
                    wrong.add(task.getValue() + ", day " + day + ": " + today);
                }
            }
        }

        assertThat(tasks).hasSize(9 * 4);
        assertThat(wrong).isEmpty();
    }
}
