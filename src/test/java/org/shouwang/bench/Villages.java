package org.shouwang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.WorkerTable;

/** Villages of one town, each with a director, families with two children, their visits and tasks; all made over HTTP. */
final class Villages {

    private static final int FAMILIES = 40;
    private static final int CHILDREN = 2;
    private static final int VISITS = 4;
    private static final int AT_ONCE = 4;
    private static final int TASKS = 2;
    private static final int BATCH = 200;

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    static final long COUNTY = 970101000000L;
    private static final long TOWN = COUNTY + 1000;
    private static final long FIRST = TOWN + 200;
    private static final long FIRST_PHONE = 19700000000L;

    /** Of the county's civil affairs. */
    static final String OFFICE_PHONE = Long.toString(FIRST_PHONE);

    private final BenchedServer server;

    Villages(BenchedServer server) {
        this.server = server;
    }

    /** A director at work; the last family is the one that is visited again and again, and has no task. */
    record Director(UUID worker, String token, Families.Household household, List<UUID> children) {

        /** Half an hour ago, at home, all children met. */
        Map<String, Object> visit() {
            return Map.of(
                    "householdId",
                    household.id(),
                    "method",
                    "HOME",
                    "purpose",
                    "ROUTINE",
                    "startedAt",
                    Instant.now().minusSeconds(1800).toString(),
                    "outcome",
                    "MET_CHILD",
                    "findings",
                    "家中整洁，奶奶身体尚可，作业按时完成，已提醒防溺水",
                    "children",
                    children.stream()
                            .map(child -> Map.of(
                                    "childId",
                                    child,
                                    "met",
                                    true,
                                    "schoolAttendance",
                                    "REGULAR",
                                    "careQuality",
                                    "FAIR"))
                            .toList());
        }

        Map<String, Object> operation(String type, UUID record, Map<String, Object> form) {
            Map<String, Object> body = new HashMap<>(form);
            body.put("id", record);
            return Map.of(
                    "id",
                    UUID.randomUUID(),
                    "type",
                    type,
                    "at",
                    Instant.now().toString(),
                    "serverTimeOffset",
                    0,
                    "workerId",
                    worker,
                    "body",
                    body);
        }
    }

    List<Director> fill(int villages) throws SQLException, IOException, InterruptedException {
        server.database().execute("""
                insert into area (code, name, level, parent_code, code_end) values
                    (%1$d, '区', 'COUNTY', null, %1$d + 1000000), (%2$d, '镇', 'TOWNSHIP', %1$d, %2$d + 1000);
                insert into area (code, name, level, parent_code, code_end)
                select code, '村', 'VILLAGE', %2$d, code + 1 from generate_series(%3$d, %3$d + %4$d - 1) code
                """.formatted(COUNTY, TOWN, FIRST, villages));
        appoint("COUNTY_CIVIL_AFFAIRS", COUNTY, FIRST_PHONE);
        appoint("TOWNSHIP_COORDINATOR", TOWN, FIRST_PHONE + 1);
        String coordinator = server.token(phone(FIRST_PHONE + 1));
        server.database().execute("alter system set synchronous_commit = off");
        server.database().execute("select pg_reload_conf()");
        List<Director> directors = filled(villages, coordinator);
        server.database().execute("alter system reset synchronous_commit");
        server.database().execute("select pg_reload_conf()");
        server.database().execute("vacuum analyze");
        return directors;
    }

    private List<Director> filled(int villages, String coordinator)
            throws SQLException, IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Director>> filling = new ArrayList<>();
            for (int i = 0; i < villages; i++) {
                String village = Long.toString(FIRST + i);
                UUID worker = appoint("CHILDREN_DIRECTOR", FIRST + i, FIRST_PHONE + 2 + i);
                String token = server.token(phone(FIRST_PHONE + 2 + i));
                filling.add(threads.submit(() -> filled(village, worker, token, coordinator)));
            }
            List<Director> directors = new ArrayList<>();
            for (Future<Director> one : filling) {
                directors.add(one.get());
            }
            return directors;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private UUID appoint(String role, long area, long phone) throws SQLException {
        return WorkerTable.appoint(server.database().operator(), server.keys(), phone(phone), role, area);
    }

    private static String phone(long number) {
        return Long.toString(number);
    }

    private Director filled(String village, UUID worker, String token, String coordinator)
            throws IOException, InterruptedException {
        List<Director> families = new ArrayList<>();
        List<Map<String, Object>> log = new ArrayList<>();
        List<Map<String, Object>> tasks = new ArrayList<>();
        for (int i = 0; i < FAMILIES; i++) {
            Families.Household household =
                    new Families.Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            List<UUID> children = IntStream.range(0, CHILDREN)
                    .mapToObj(child -> UUID.randomUUID())
                    .toList();
            Director family = new Director(worker, token, household, children);
            families.add(family);
            log.add(family.operation(
                    "household.register",
                    household.id(),
                    Families.household(village, household.grandmother(), household.father())));
            children.forEach(
                    child -> log.add(family.operation("child.register", child, Families.child(village, household))));
            for (int visit = 0; visit < VISITS; visit++) {
                log.add(family.operation("visit.record", UUID.randomUUID(), family.visit()));
            }
            if (i < FAMILIES - 1) {
                children.forEach(child -> IntStream.range(0, TASKS).forEach(n -> tasks.add(task(child, worker))));
            }
        }
        for (int from = 0; from < log.size(); from += BATCH) {
            applied(server.send(
                    "POST",
                    "sync/operations",
                    token,
                    Map.of("operations", log.subList(from, Math.min(log.size(), from + BATCH)))));
        }
        server.send("POST", "tasks", coordinator, Map.of("tasks", tasks));
        return families.get(families.size() - 1);
    }

    private static void applied(JsonNode answer) {
        answer.path("results").forEach(result -> {
            if (!result.path("outcome").asText().equals("APPLIED")) {
                throw new IllegalStateException(result.toString());
            }
        });
    }

    private static Map<String, Object> task(UUID child, UUID assignee) {
        return Map.of(
                "id",
                UUID.randomUUID(),
                "title",
                "填报月度情况",
                "taskType",
                "REPORT",
                "subjectType",
                "CHILD",
                "subjectId",
                child,
                "assigneeAppointmentId",
                assignee,
                "priority",
                "NORMAL",
                "startOn",
                LocalDate.now(HERE).toString(),
                "dueOn",
                LocalDate.now(HERE).plusDays(30).toString());
    }
}
