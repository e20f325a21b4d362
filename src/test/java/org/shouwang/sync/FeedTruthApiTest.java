package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.COORDINATOR;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;

/** Whatever way a record was changed, its row in the feed has its version, in every scope where the record belongs. */
@QuarkusTest
class FeedTruthApiTest {

    private static final String WRONG = """
            with truth(scope, kind, id, version) as (
                select area_code, 'household', id, version from household
                union all select area_code, 'child', id, version from child
                union all select area_code, 'task', id, version from task
                union all select area_code, 'home', id, version from childrens_home
                union all select area_code, 'activity', id, version from activity
                union all select area_code, 'visit', id, version from visit
                union select c.area_code, 'visit', v.id, v.version from visit v join visit_child c on c.visit_id = v.id
                union all select distinct k.area_code, 'contact', c.id, c.version
                    from contact c join contact_child k on k.contact_id = c.id
                union all select -w.number, 'notification', n.id, n.version
                    from notification n join worker w on w.id = n.worker_id join task t on t.id = n.subject_id)
            select t.kind || ' ' || t.id || ': ' || t.version || ' in the table, ' || coalesce(f.version::text, 'absent')
                   || case when f.removed then ' and removed' else '' end || ' in the feed of ' || t.scope
            from truth t
            left join sync_change f on f.scope = t.scope and f.kind = t.kind and f.id = t.id
            where f.id is null or f.removed or f.version <> t.version
            """;

    @Test
    void theFeedHoldsEveryRecordAtItsVersion() throws SQLException {
        Families.Household household = Families.settle(DIRECTOR, Accounts.VILLAGE);
        UUID elder = Families.register(DIRECTOR, Accounts.VILLAGE, household, "MEDIUM");
        UUID younger = Families.register(DIRECTOR, Accounts.VILLAGE, household, "LOW");
        List<UUID> settled = List.of(assign(elder), assign(younger));
        visit(household.id(), elder, younger);
        UUID moved = assign(elder);
        DIRECTOR.request()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/tasks/{id}/accept", moved)
                .then()
                .statusCode(200);

        try (Connection connection = HomeTable.transaction()) {
            change(connection, "update child set remark = '已核实' where id = ?", elder);
            change(connection, "update household set hamlet = '四组' where id = ?", household.id());
            connection.commit();

            assertThat(texts(connection, "select version from child where id = '" + elder + "'"))
                    .containsExactly("1");
            assertThat(texts(
                            connection,
                            "select version from task where status = 'DONE' and id in ('" + settled.get(0) + "', '"
                                    + settled.get(1) + "')"))
                    .containsExactly("1", "1");
            assertThat(texts(connection, WRONG)).isEmpty();
        }
    }

    private static UUID assign(UUID child) {
        UUID task = UUID.randomUUID();
        Map<String, Object> form = new HashMap<>();
        form.put("id", task);
        form.put("title", "入户走访");
        form.put("taskType", "VISIT");
        form.put("subjectType", "CHILD");
        form.put("subjectId", child);
        form.put("assigneeAppointmentId", DIRECTOR.appointment("CHILDREN_DIRECTOR"));
        form.put("priority", "NORMAL");
        form.put("startOn", Demo.today().toString());
        form.put("dueOn", Demo.today().plusDays(3).toString());
        COORDINATOR.request().body(form).post("/api/v1/tasks").then().statusCode(201);
        return task;
    }

    private static void visit(UUID household, UUID... children) {
        List<Map<String, Object>> met = new ArrayList<>();
        for (UUID child : children) {
            met.add(Map.of("childId", child, "met", true));
        }
        DIRECTOR.request()
                .body(Map.of(
                        "householdId",
                        household,
                        "method",
                        "HOME",
                        "purpose",
                        "ROUTINE",
                        "startedAt",
                        Demo.now().minusSeconds(1800).toString(),
                        "outcome",
                        "MET_CHILD",
                        "children",
                        met))
                .put("/api/v1/visits/{id}", UUID.randomUUID())
                .then()
                .statusCode(201);
    }

    private static void change(Connection connection, String sql, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
