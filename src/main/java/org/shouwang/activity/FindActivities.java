package org.shouwang.activity;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.activity.ActivityRows.Wanted;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Activities as a caller may see them. */
@Singleton
class FindActivities {

    /** Wide enough for every activity, and within what the database can compare. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final ReadActivities activities;

    FindActivities(ReadActivities activities) {
        this.activities = activities;
    }

    Uni<Result<ActivityView>> one(UUID id, Caller caller) {
        return caller.with(Right.ACTIVITY_READ).then(allowed -> activities
                .byIds(List.of(id), allowed, "activity.read")
                .map(found -> found.isEmpty() ? Result.refused(Problem.NOT_FOUND) : Result.ok(found.get(0))));
    }

    /** One more than a page holds. */
    Uni<Result<List<ActivityView>>> list(Wanted wanted, Optional<Cursor> after, int limit, Caller caller) {
        return caller.with(Right.ACTIVITY_LIST).thenDo(allowed -> activities.list(allowed, wanted, after, limit));
    }

    /** Activities that started on these local days, both included; an open end when null. */
    static Wanted wanted(@Nullable AreaCode area, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? LAST : to;
        return new Wanted(area, startOf(from == null ? FIRST : from), startOf(last.plusDays(1)));
    }

    private static Instant startOf(LocalDate day) {
        return LocalDays.at(day, LocalTime.MIDNIGHT);
    }
}
