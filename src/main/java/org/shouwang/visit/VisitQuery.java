package org.shouwang.visit;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.visit.VisitCodes.VerifyStatus;

/**
 * Which visits a list asks for.
 *
 * @param childId the history of one child, newest first; else the visits of an area, village by village, newest first
 * @param area visits to households of this area only
 * @param verifyStatus visits of this status only; the desk of who verifies asks for PENDING
 */
record VisitQuery(
        @Nullable UUID childId,
        @Nullable AreaCode area,
        TimeWindow started,
        @Nullable VerifyStatus verifyStatus) {

    /** Parts of a cursor: village, start and id of the last visit seen. */
    static final int CURSOR_PARTS = 3;

    private static final Cursor START = Cursor.of(0L, TimeWindow.ALWAYS.to(), new UUID(0, 0));

    static VisitQuery of(
            @Nullable UUID childId,
            @Nullable AreaCode area,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable VerifyStatus verifyStatus) {
        return new VisitQuery(childId, area, TimeWindow.ofDays(from, to), verifyStatus);
    }

    static Cursor after(VisitView last) {
        return Cursor.of(last.areaCode(), last.startedAt(), last.id());
    }

    /** The visits of one child whose file was opened to the caller are shown wherever it lives. */
    private AreaRanges scope(Caller caller) {
        return childId != null && caller.granted(childId).isPresent()
                ? AreaRanges.EVERYWHERE
                : caller.where(Right.VISIT_LIST);
    }

    /** Arguments 1 to 10: scope, area, span of time, most rows, where to go on; the child or village; the status. */
    Tuple arguments(Caller caller, Optional<Cursor> cursor, int rows) {
        Cursor after = cursor.orElse(START);
        AreaRanges scope = scope(caller);
        return Tuple.tuple()
                .addArrayOfLong(scope.lower())
                .addArrayOfLong(scope.upper())
                .addValue(area == null ? null : area.value())
                .addOffsetDateTime(started.lower())
                .addOffsetDateTime(started.upper())
                .addInteger(rows)
                .addOffsetDateTime(after.instant(1).atOffset(ZoneOffset.UTC))
                .addUUID(after.uuid(2))
                .addValue(childId == null ? after.number(0) : childId)
                .addString(verifyStatus == null ? null : verifyStatus.name());
    }
}
