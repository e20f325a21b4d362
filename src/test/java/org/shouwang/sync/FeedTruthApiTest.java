package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwang.testsupport.Accounts.DIRECTOR;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.feed.FeedWindow;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Tasks;
import org.shouwang.testsupport.Visits;

/** Whatever way a record was changed, its row in the feed has its version, in every scope where the record belongs. */
@QuarkusTest
class FeedTruthApiTest {

    /** Tests move the clock: a sweep may have let go what is so near to the end of its window. */
    private static final int NEAR_ITS_END = 45;

    /** A kind without a window counts from nothing, what is open counts from never. */
    private static final String TRUTH = """
            with truth(scope, kind, id, version, since) as (
                select area_code, 'household', id, version, null::date from household
                union all select area_code, 'child', id, version, null from child
                union all select area_code, 'task', id, version,
                    case when status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') then 'infinity'
                         else (updated_at at time zone 'Asia/Shanghai')::date end from task
                    where task_type not in ('INCIDENT_FOLLOW', 'WARNING_LETTER_VISIT', 'PROTECTION_ORDER_CHECK')
                union all select -w.number, 'task', t.id, t.version,
                    case when t.status in ('NEW', 'ACCEPTED', 'IN_PROGRESS') then 'infinity'
                         else (t.updated_at at time zone 'Asia/Shanghai')::date end
                    from task t join appointment a on a.id = t.assignee_appointment_id join worker w on w.id = a.worker_id
                    where t.task_type in ('INCIDENT_FOLLOW', 'WARNING_LETTER_VISIT', 'PROTECTION_ORDER_CHECK')
                union select -w.number, 'incident', i.id, i.version, null
                    from incident i join incident_grant g on g.incident_id = i.id and g.revoked_at is null
                    join appointment a on a.id = g.appointment_id join worker w on w.id = a.worker_id
                union select -w.number, 'violence-case', c.id, c.version, null
                    from violence_case c join violence_grant g on g.case_id = c.id and g.revoked_at is null
                    join appointment a on a.id = g.appointment_id join worker w on w.id = a.worker_id
                union all select -w.number, 'referral', r.id, r.version, null
                    from referral r join appointment a on a.id = r.sender_appointment_id join worker w on w.id = a.worker_id
                union all select area_code, 'home', id, version, null from childrens_home
                union all select area_code, 'activity', id, version, null from activity
                union all select area_code, 'visit', id, version,
                    (case when time_uncertain then received_at else started_at end at time zone 'Asia/Shanghai')::date from visit
                union select c.area_code, 'visit', v.id, v.version,
                    (case when v.time_uncertain then v.received_at else v.started_at end at time zone 'Asia/Shanghai')::date
                    from visit v join visit_child c on c.visit_id = v.id
                union all select distinct k.area_code, 'contact', c.id, c.version,
                    (c.contacted_at at time zone 'Asia/Shanghai')::date
                    from contact c join contact_child k on k.contact_id = c.id
                union all select v.village, 'move', m.id, m.version,
                    case when state in ('PROPOSED', 'REQUESTED') then 'infinity'
                         else (answered_at at time zone 'Asia/Shanghai')::date end
                    from child_move m
                    cross join lateral (select m.area_code union select m.to_area_code) v(village)
                    where v.village is not null
                union all select -w.number, 'notification', n.id, n.version, null
                    from notification n join worker w on w.id = n.worker_id join task t on t.id = n.subject_id)
            """;

    /** What is in its window stands there at its version; whatever stands there will leave on its day. */
    private static final String WRONG = TRUTH + """
            select t.kind || ' ' || t.id || ': ' || t.version || ' since ' || coalesce(t.since::text, 'ever')
                   || ' in the table, ' || coalesce(f.version::text, 'absent') || ' since ' || coalesce(f.since::text, 'ever')
                   || case when f.removed then ' and removed' else '' end || ' in the feed of ' || t.scope
            from truth t
            left join sync_change f on f.scope = t.scope and f.kind = t.kind and f.id = t.id
            where (t.since is null or t.since >= case when t.kind in ('visit', 'contact') then date '%1$s' else date '%2$s' end)
                  and (f.id is null or f.removed or f.version <> t.version)
               or not f.removed and f.since is distinct from t.since
            """;

    private static final String STRAY = TRUTH + """
            select f.kind || ' ' || f.id || ' in the feed of ' || f.scope
            from sync_change f
            left join truth t on t.scope = f.scope and t.kind = f.kind and t.id = f.id
            where f.kind in ('move', 'incident', 'referral') and not f.removed and t.id is null
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
            assertThat(texts(connection, WRONG.formatted(sure(FeedWindow.VISIT), sure(FeedWindow.TASK))))
                    .isEmpty();
            assertThat(texts(connection, STRAY)).isEmpty();
        }
    }

    private static LocalDate sure(FeedWindow window) {
        return window.firstDay(Demo.today()).plusDays(NEAR_ITS_END);
    }

    private static UUID assign(UUID child) {
        UUID director = DIRECTOR.appointment("CHILDREN_DIRECTOR");
        return Tasks.assigned(Tasks.visitTo(child, director, Demo.today().plusDays(3)));
    }

    private static void visit(UUID household, UUID... children) {
        DIRECTOR.request()
                .body(Visits.met(household, children))
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
