package org.shouwang.platform.audit;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Cursor;

/**
 * Which looks a review asks for, newest first.
 *
 * @param subjectId looks at this person or record
 * @param workerId looks by this worker
 * @param from first local day
 * @param to last local day
 */
record AccessQuery(
        @Nullable UUID subjectId,
        @Nullable UUID workerId,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Parts of a cursor: moment and id of the last look seen. */
    static final int CURSOR_PARTS = 2;

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9000, 1, 1);
    private static final UUID LAST_ID = new UUID(-1, -1);

    /** Each range of the scope by its own index; nobody's review reads the country's log. */
    private static final String IN_RANGE = """
            select l.*
            from unnest($1::bigint[], $2::bigint[]) as r(lower, upper)
            cross join lateral (
                select id, at, worker_id, appointment_id, role_code, action, subject_type, subject_id,
                       coalesce(cardinality(subject_ids), 0) as people, reason, grant_id, area_code
                from access_log
                where area_code >= r.lower and area_code < r.upper
                  and at >= $3 and at < $4 and (at, id) < ($5, $6)
            """;

    /** That there is an incident, a case of violence or a restricted referral, and who saw it first, is itself what must not be known. */
    private static final String NO_CASES =
            " and subject_type not in ('Incident', 'ViolenceCase', 'RestrictedReferral')";

    private static final String NEWEST_FIRST = " order by at desc, id desc limit $7";

    static Cursor after(AccessView last) {
        return Cursor.of(last.at(), last.id());
    }

    /**
     * A person, a worker or both are found by their own index, so they are no optional arguments of one statement.
     *
     * @param withCases also looks at incidents
     */
    String sql(boolean withCases) {
        String cases = withCases ? "" : NO_CASES;
        String subject = subjectId == null ? "" : " and (subject_id = $8 or subject_ids @> array[$8::uuid])";
        String worker = workerId == null ? "" : " and worker_id = " + (subjectId == null ? "$8" : "$9");
        return IN_RANGE + cases + subject + worker + NEWEST_FIRST + ") l" + NEWEST_FIRST;
    }

    Tuple arguments(AreaRanges scope, Optional<Cursor> after, int rows) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfLong(scope.lower())
                .addArrayOfLong(scope.upper())
                .addOffsetDateTime(start(from == null ? FIRST_DAY : from))
                .addOffsetDateTime(start(to == null ? LAST_DAY : to.plusDays(1)))
                .addOffsetDateTime(moment(after.map(cursor -> cursor.instant(0))
                        .orElseGet(() -> start(LAST_DAY).toInstant())))
                .addUUID(after.map(cursor -> cursor.uuid(1)).orElse(LAST_ID))
                .addInteger(rows);
        if (subjectId != null) {
            arguments.addUUID(subjectId);
        }
        if (workerId != null) {
            arguments.addUUID(workerId);
        }
        return arguments;
    }

    /** Days that no calendar of ours reaches ask for nothing more than the bounds do. */
    private static OffsetDateTime start(LocalDate day) {
        LocalDate known = day.isBefore(FIRST_DAY) ? FIRST_DAY : day.isAfter(LAST_DAY) ? LAST_DAY : day;
        return moment(LocalDays.at(known, LocalTime.MIDNIGHT));
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
