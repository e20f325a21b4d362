package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.platform.Caller;
import org.shouwang.platform.http.Cursor;

/** Visits for lists and the feed, on the reactive client: two statements a page, however many visits it has. */
@Singleton
class VisitRows {

    private static final String COLUMNS = """
            select v.id, v.version, v.area_code, v.recorded_area_code, v.household_id, v.task_id,
                   v.visitor_appointment_id, v.method, v.purpose, v.started_at, v.ended_at, v.outcome, v.interviewee,
                   v.interviewee_relation, v.living_env, v.hazards, v.safety_topics, v.findings, v.findings_cipher,
                   v.actions_taken, v.actions_note, v.actions_note_cipher, v.companions, v.materials, v.photo_ids,
                   v.signature_file_id, v.geo_lat, v.geo_lng, v.geo_accuracy_m, v.time_uncertain, v.verify_status,
                   v.verified_by, v.verified_at, v.verify_comment_cipher, v.returned_at, v.received_at, v.created_at, v.created_by,
                   v.updated_at, v.updated_by, v.client_time, v.device_id,
                   array(select m.member_id from visit_member m where m.visit_id = v.id) as member_ids
            """;

    private static final String BY_IDS = COLUMNS + "from visit v where v.id = any($1)";

    /** Every range of the scope reads its own first rows in the order of the index visit_area. */
    private static final String IN_AREA = COLUMNS + """
            from (select greatest(r.lower, a.code) as lower, least(r.upper, a.code_end) as upper
                  from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                  left join area a on a.code = $3::bigint
                  where $3::bigint is null or a.code is not null) s
            cross join lateral (
                select * from visit x
                where x.area_code >= s.lower and x.area_code < s.upper
                  and x.started_at >= $4 and x.started_at < $5
                  and ($10::text is null or x.verify_status = $10)
                  and (x.area_code > $9 or x.area_code = $9 and (x.started_at < $7 or x.started_at = $7 and x.id > $8))
                order by x.area_code, x.started_at desc, x.id
                limit $6) v
            order by v.area_code, v.started_at desc, v.id
            limit $6
            """;

    private static final String OF_CHILD = COLUMNS + """
            from visit_child c
            join visit v on v.id = c.visit_id
            where c.child_id = $9
              and exists (select 1 from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
                          where c.area_code >= r.lower and c.area_code < r.upper)
              and ($3::bigint is null or exists (select 1 from area a
                          where a.code = $3 and v.area_code >= a.code and v.area_code < a.code_end))
              and v.started_at >= $4 and v.started_at < $5
              and ($10::text is null or v.verify_status = $10)
              and (v.started_at < $7 or v.started_at = $7 and v.id > $8)
            order by v.started_at desc, v.id
            limit $6
            """;

    private static final String CHILDREN = """
            select visit_id, child_id, area_code, met, actual_caregiver_id, care_quality, next_visit_on, unattended,
                   parent_contact_last_week, physical_today, injury_area, injury_area_cipher, injury_cause,
                   injury_cause_cipher, suspicious_injury, psych_signs, school_attendance, needs, suggested_risk_level,
                   findings, findings_cipher,
                   (select f.posts from visit_flags_shown f
                    where f.visit_id = c.visit_id and f.child_id = c.child_id) as flags_shown_to
            from visit_child c where visit_id = any($1)
            """;

    private final VisitTexts texts;

    VisitRows(VisitTexts texts) {
        this.texts = texts;
    }

    Uni<List<StoredVisit>> byIds(SqlClient client, Collection<UUID> ids) {
        return closed(client, ids)
                .map(found -> found.stream().map(texts::opened).toList());
    }

    /** The same with their texts still closed. */
    Uni<List<StoredVisit>> closed(SqlClient client, Collection<UUID> ids) {
        return query(client, BY_IDS, Tuple.of(ids.toArray(UUID[]::new)));
    }

    /** Up to {@code rows} visits of the caller's scope in list order, after the cursor. */
    Uni<List<StoredVisit>> page(SqlClient client, VisitQuery query, Caller caller, Optional<Cursor> after, int rows) {
        return query(client, query.childId() == null ? IN_AREA : OF_CHILD, query.arguments(caller, after, rows))
                .map(found -> found.stream().map(texts::opened).toList());
    }

    private Uni<List<StoredVisit>> query(SqlClient client, String sql, Tuple arguments) {
        return client.preparedQuery(sql).execute(arguments).map(VisitRows::list).chain(rows -> children(client, rows)
                .map(children -> rows.stream().map(row -> stored(row, children)).toList()));
    }

    private Uni<Map<UUID, List<VisitChild>>> children(SqlClient client, List<Row> visits) {
        if (visits.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        UUID[] ids = visits.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new);
        return client.preparedQuery(CHILDREN).execute(Tuple.of(ids)).map(rows -> list(rows).stream()
                .map(VisitRow::child)
                .collect(Collectors.groupingBy(child -> child.visitId)));
    }

    private static StoredVisit stored(Row row, Map<UUID, List<VisitChild>> children) {
        Visit visit = VisitRow.visit(row);
        return new StoredVisit(
                visit, children.getOrDefault(visit.id, List.of()), List.of(row.getArrayOfUUIDs("member_ids")));
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
