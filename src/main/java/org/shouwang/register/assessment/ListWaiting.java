package org.shouwang.register.assessment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.AccessRows;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.problem.Result;
import org.shouwang.register.child.RiskLevel;

/** What waits for the word of whoever may confirm lower levels, the longest first; whose assessments are shown is logged. */
@Singleton
class ListWaiting {

    /** Served by risk_assessment_waiting. */
    private static final String WAITING = """
            with scope as (select * from unnest($1::bigint[], $2::bigint[]) as r(lower, upper))
            select r.id, r.child_id, r.area_code, c.risk_level, coalesce(a.override_level, a.computed_level) as wanted,
                   r.assessed_on, r.recorded_at, r.assessor_appointment_id, a.recorded_by
            from scope
            join risk_assessment r on r.area_code >= lower and r.area_code < upper and r.state = 'PENDING'
            join assessment_answers a on a.assessment_id = r.id
            join child c on c.id = r.child_id and c.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')
            where $3::timestamptz is null or (r.recorded_at, r.id) > ($3, $4)
            order by r.recorded_at, r.id
            limit $5
            """;

    private final Areas areas;
    private final AccessRows accessRows;
    private final Pool pool;

    ListWaiting(Areas areas, AccessRows accessRows, Pool pool) {
        this.areas = areas;
        this.accessRows = accessRows;
        this.pool = pool;
    }

    Uni<Result<Page<WaitingView>>> list(WaitingQuery query, Caller caller) {
        return caller.with(Right.ASSESSMENT_WAITING)
                .thenDo(able -> areas.within(able.where(Right.ASSESSMENT_WAITING), query.area())
                        .chain(scope -> pool.withTransaction(tx -> waiting(tx, scope, query, able)
                                .call(found -> logged(tx, able, Page.shown(found, query.limit())))
                                .map(query::page))));
    }

    private static Uni<List<WaitingView>> waiting(SqlClient tx, AreaRanges scope, WaitingQuery query, Caller caller) {
        Tuple arguments = Tuple.of(scope.lower(), scope.upper())
                .addValue(query.afterMoment())
                .addValue(query.afterId())
                .addInteger(query.rows());
        return tx.preparedQuery(WAITING).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> view(row, caller))
                .toList());
    }

    private static WaitingView view(Row row, Caller caller) {
        String level = row.getString("risk_level");
        return new WaitingView(
                row.getUUID("id"),
                row.getUUID("child_id"),
                new AreaCode(row.getLong("area_code")),
                level == null ? null : RiskLevel.valueOf(level),
                RiskLevel.valueOf(row.getString("wanted")),
                row.getLocalDate("assessed_on"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getUUID("assessor_appointment_id"),
                caller.workerId().equals(row.getUUID("recorded_by")));
    }

    private Uni<Void> logged(SqlClient tx, Caller caller, List<WaitingView> page) {
        List<Subject> people = page.stream()
                .map(one -> new Subject("CHILD", one.childId(), one.areaCode()))
                .distinct()
                .toList();
        return accessRows.looked(tx, caller, Right.ASSESSMENT_WAITING, "assessment.list-waiting", "CHILD", people);
    }
}
