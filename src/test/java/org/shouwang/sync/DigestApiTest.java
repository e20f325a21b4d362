package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;
import org.shouwang.testsupport.Visits;

/** What a phone holds, and what the server says that it holds. */
@QuarkusTest
class DigestApiTest {

    private static final String OTHER_VILLAGE = "610304106200";

    @Inject
    AgroalDataSource database;

    /** The server itself never deletes a notification without a removal. */
    @BeforeEach
    void withoutRowsOfNotificationsThatOtherTestsDeletedByHand() throws SQLException {
        Sql.update(database, """
                delete from sync_change c
                where c.kind = 'notification' and not exists (select 1 from notification n where n.id = c.id)
                """);
    }

    @ParameterizedTest
    @EnumSource(names = {"DIRECTOR", "CHAIR_AND_DIRECTOR", "COORDINATOR", "EXECUTIVE", "TOWNSHIP_CHAIR"})
    void isThatOfAPhoneThatPulledFromTheStart(Accounts who) throws SQLException {
        visitsOfChildrenOfTwoVillages();
        taskHeldByAPostThatIsOver(who);
        operationThatWasForgotten(who);
        FullPhone phone = new FullPhone(who).pull();

        JsonPath digest = phone.digest().then().statusCode(200).extract().jsonPath();

        Map<String, String> said = new TreeMap<>();
        digest.<Map<String, Object>>getList("kinds")
                .forEach(kind -> said.put((String) kind.get("kind"), kind.get("count") + " " + kind.get("xor")));
        Map<String, String> held = new TreeMap<>();
        said.keySet().forEach(kind -> held.put(kind, phone.sum(kind)));
        assertThat(said).isEqualTo(held);
        assertThat(said.keySet()).containsAll(phone.all().keySet());
        assertThat(held.values()).anyMatch(sum -> !sum.startsWith("0 "));
    }

    @Test
    void isNotComparedBeforeThePullThatBringsNothing() throws SQLException {
        FullPhone phone = new FullPhone(Accounts.DIRECTOR);
        String none = problem(phone, "");
        phone.page(1);
        String underWay = problem(phone, phone.cursor());
        phone.pull();
        try (Connection connection = HomeTable.transaction()) {
            HomeTable.insert(connection, UUID.randomUUID(), Long.parseLong(Accounts.VILLAGE));
            connection.commit();
        }

        String behind = problem(phone, phone.cursor());

        assertThat(List.of(none, underWay, behind)).containsOnly("409 pull-first");
        phone.pull().digest().then().statusCode(200);
    }

    @Test
    void isRefusedToACursorThatCannotGoOnAsAPullIs() {
        FullPhone phone = new FullPhone(Accounts.DIRECTOR).pull();

        assertThat(problem(new FullPhone(Accounts.EXECUTIVE), phone.cursor())).isEqualTo("410 resync-required");
        assertThat(problem(phone, "AAAA")).isEqualTo("410 resync-required");
        assertThat(problem(phone, "*")).isEqualTo("400 malformed-request");
        assertThat(problem(new FullPhone(Accounts.COUNTY), "")).isEqualTo("403 role-forbidden");
    }

    @Test
    void aPhoneThatLostSomethingGetsJustThat() throws SQLException {
        List<UUID> homes = homes(4);
        FullPhone phone = new FullPhone(Accounts.DIRECTOR).pull();
        Map<UUID, Integer> right = Map.copyOf(phone.of("home"));
        phone.of("home").remove(homes.get(0));
        phone.of("home").put(homes.get(1), 77);
        phone.of("home").put(UUID.randomUUID(), 1);
        assertThat(phone.sum("home")).isNotEqualTo(sum(phone, "home"));

        Map<UUID, Integer> listed = listed(phone, "home", 3);
        phone.of("home").keySet().retainAll(listed.keySet());
        List<UUID> differing = listed.keySet().stream()
                .filter(id -> !Objects.equals(phone.of("home").get(id), listed.get(id)))
                .toList();
        phone.take(fetched(phone, "home", differing));

        assertThat(differing).containsExactlyInAnyOrder(homes.get(0), homes.get(1));
        assertThat(phone.of("home")).isEqualTo(right);
        assertThat(phone.sum("home")).isEqualTo(sum(phone, "home"));
    }

    @Test
    void nothingOutsideTheScopeIsListedOrFetched() {
        Families.Household elsewhere = Families.settle(Accounts.OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);
        UUID child = Families.register(Accounts.OTHER_TOWN_DIRECTOR, OTHER_VILLAGE, elsewhere, "LOW");
        UUID nobody = UUID.randomUUID();
        FullPhone phone = new FullPhone(Accounts.DIRECTOR).pull();

        List<Map<String, Object>> fetched = fetched(phone, "child", List.of(child, nobody));

        assertThat(fetched)
                .containsExactly(
                        Map.of("kind", "child", "id", child.toString(), "removed", true),
                        Map.of("kind", "child", "id", nobody.toString(), "removed", true));
        assertThat(listed(phone, "child", 2000)).doesNotContainKey(child);
        phone.request()
                .body(Map.of("kind", "secret", "ids", List.of(child)))
                .post("/api/v1/sync/records")
                .then()
                .statusCode(404);
    }

    @Test
    void aKindThatThePostMayNotReadIsEmptyWhateverIsThere() {
        FullPhone executive = new FullPhone(Accounts.EXECUTIVE).pull();
        UUID child = new FullPhone(Accounts.DIRECTOR)
                .pull()
                .of("child")
                .keySet()
                .iterator()
                .next();

        assertThat(sum(executive, "child")).isEqualTo("0 0000000000000000");
        assertThat(listed(executive, "child", 2000)).isEmpty();
        assertThat(fetched(executive, "child", List.of(child)))
                .containsExactly(Map.of("kind", "child", "id", child.toString(), "removed", true));
    }

    private static String problem(FullPhone phone, String cursor) {
        var answer = phone.request().get("/api/v1/sync/digest?cursor={cursor}", cursor);
        String type = answer.jsonPath().getString("type");
        return answer.statusCode() + " " + type.substring(type.lastIndexOf(':') + 1);
    }

    private static String sum(FullPhone phone, String kind) {
        Map<String, Object> found = phone.digest()
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("kinds.find { it.kind == '" + kind + "' }");
        return found.get("count") + " " + found.get("xor");
    }

    private static Map<UUID, Integer> listed(FullPhone phone, String kind, int limit) {
        Map<UUID, Integer> listed = new TreeMap<>();
        String after = "";
        while (after != null) {
            JsonPath page = phone.request()
                    .queryParam("cursor", phone.cursor())
                    .queryParam("limit", limit)
                    .queryParams(after.isEmpty() ? Map.of() : Map.of("after", after))
                    .get("/api/v1/sync/digest/{kind}", kind)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.<Map<String, Object>>getList("records")
                    .forEach(record ->
                            listed.put(UUID.fromString((String) record.get("id")), (Integer) record.get("version")));
            after = page.getString("next");
        }
        return listed;
    }

    private static List<Map<String, Object>> fetched(FullPhone phone, String kind, List<UUID> ids) {
        return phone.request()
                .body(Map.of("kind", kind, "ids", ids))
                .post("/api/v1/sync/records")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("changes");
    }

    private static List<UUID> homes(int count) throws SQLException {
        List<UUID> homes = new ArrayList<>();
        try (Connection connection = HomeTable.transaction()) {
            for (int i = 0; i < count; i++) {
                UUID id = UUID.randomUUID();
                HomeTable.insert(connection, id, Long.parseLong(Accounts.VILLAGE));
                homes.add(id);
            }
            connection.commit();
        }
        return homes;
    }

    /** Siblings of whom one has moved away since; they were visited last week and years ago. */
    private void visitsOfChildrenOfTwoVillages() throws SQLException {
        Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        UUID here = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "LOW");
        UUID away = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "LOW");
        visited(household, here, away);
        UUID old = visited(household, here, away);
        Sql.update(database, "update visit set started_at = started_at - interval '3 years' where id = ?", old);
        Sql.number(database, "select 1 from visit, feed_put(area_code, 'visit', id, version) where id = ?", old);
        Sql.number(
                database,
                "select 1 from visit, feed_put(?, 'visit', id, version) where id = ?",
                Long.valueOf(Accounts.SECOND_VILLAGE),
                old);
    }

    private UUID visited(Families.Household household, UUID here, UUID away) throws SQLException {
        UUID visit = UUID.randomUUID();
        Accounts.DIRECTOR
                .request()
                .body(Visits.phoned(household.id(), here, away))
                .put("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(201);
        long village = Long.parseLong(Accounts.SECOND_VILLAGE);
        Sql.update(
                database,
                "update visit_child set area_code = ? where visit_id = ? and child_id = ?",
                village,
                visit,
                away);
        Sql.number(database, "select 1 from feed_put(?, 'visit', ?, 0)", village, visit);
        return visit;
    }

    /** It stands in the own scope of who held it, and is not theirs to see any more. */
    private void taskHeldByAPostThatIsOver(Accounts who) throws SQLException {
        UUID post = UUID.randomUUID();
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on)"
                        + " values (?, cast(? as uuid), 'CHILDREN_DIRECTOR', ?, date '2025-01-01')",
                post,
                who.request().get("/api/v1/me").path("worker.id"),
                Long.valueOf(OTHER_VILLAGE));
        Sql.update(database, """
                insert into task (id, area_code, recorded_area_code, title, task_type, origin, subject_type, rule, occurrence,
                    assigner_appointment_id, assignee_appointment_id, priority, start_on, due_on, status, done_at,
                    request_hash, created_at, created_by, updated_at, updated_by)
                select i.id, ?, ?, '填报月度情况', 'REPORT', 'ASSIGNED', 'NONE', 'ASSIGNED', i.id::text, a.id, a.id, 'NORMAL',
                    date '2025-01-02', date '2025-01-05', 'DONE', now(), '', now(), a.worker_id, now(), a.worker_id
                from appointment a, gen_random_uuid() as i(id)
                where a.id = ?
                """, Long.valueOf(OTHER_VILLAGE), Long.valueOf(OTHER_VILLAGE), post);
        Sql.update(
                database,
                "update appointment set status = 'ENDED', ended_on = appointed_on, end_reason = 'TRANSFER' where id = ?",
                post);
    }

    /** What became of it is not kept for ever; its row in the feed is. */
    private void operationThatWasForgotten(Accounts who) throws SQLException {
        Sql.number(
                database,
                "select 1 from worker w cross join lateral feed_put(-w.number, 'operation', gen_random_uuid(), 0)"
                        + " where w.id = cast(? as uuid)",
                who.request().get("/api/v1/me").path("worker.id").toString());
    }
}
