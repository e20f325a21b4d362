package org.shouwang.policy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Replaces the calendar of a year by a list, as a whole or not at all; the same list again changes nothing. */
@Singleton
class ImportCalendar {

    private final Areas areas;
    private final Rulebooks rulebooks;
    private final CalendarRows rows;
    private final TrailRows trail;
    private final Pool pool;
    private final Vertx vertx;
    private final Clock clock;

    ImportCalendar(
            Areas areas, Rulebooks rulebooks, CalendarRows rows, TrailRows trail, Pool pool, Vertx vertx, Clock clock) {
        this.areas = areas;
        this.rulebooks = rulebooks;
        this.rows = rows;
        this.trail = trail;
        this.pool = pool;
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param area null for the whole country
     * @param preview whether nothing is to be stored
     */
    record Wanted(@Nullable AreaCode area, boolean preview) {}

    /** Whose calendar it is, and under which post it is kept. */
    private record Keeper(@Nullable AreaCode area, Post post) {}

    Uni<Result<CalendarReport>> take(byte[] file, Wanted wanted, Caller caller) {
        return caller.with(Right.CALENDAR_WRITE)
                .then(able -> keeper(wanted.area(), caller))
                .chain(kept -> kept.then(keeper -> vertx.executeBlocking(() -> CalendarFile.read(file), false)
                        .map(read -> read.flatMap(list -> checked(list, keeper)))
                        .chain(read -> read.thenDo(list -> take(list, keeper, wanted.preview(), caller)))));
    }

    private Uni<Result<Keeper>> keeper(@Nullable AreaCode area, Caller caller) {
        if (area == null) {
            return Uni.createFrom().item(ofInstance(caller).map(post -> new Keeper(null, post)));
        }
        return areas.today(List.of(area)).map(today -> keeper(area, today, caller));
    }

    /** A village or a town has no holidays of its own. */
    private static Result<Keeper> keeper(AreaCode area, Map<AreaCode, Areas.Place> today, Caller caller) {
        Optional<Areas.Place> place = Optional.ofNullable(today.get(area));
        AreaCode living = place.map(Areas.Place::code).orElse(area);
        return caller.acting(Right.CALENDAR_WRITE, living)
                .flatMap(post -> place.filter(known -> known.level().compareTo(AreaLevel.COUNTY) <= 0)
                        .map(known -> Result.ok(new Keeper(living, post)))
                        .orElseGet(() -> Result.invalid("areaCode", "calendar-area")));
    }

    /** The calendar of the whole country is kept by a post that stands above all areas. */
    private static Result<Post> ofInstance(Caller caller) {
        return caller.posts().stream()
                .filter(post -> post.has(Right.CALENDAR_WRITE) && post.isOfInstance())
                .findFirst()
                .map(Result::ok)
                .orElseGet(() -> Result.refused(Problem.ROLE_FORBIDDEN));
    }

    private Result<CalendarFile> checked(CalendarFile list, Keeper keeper) {
        boolean national = keeper.area() == null;
        WorkCalendar around = national
                ? new WorkCalendar(Map.of())
                : rulebooks.current().calendars().national();
        return Result.unless(CalendarRules.check(list.lines(), around, national, LocalDays.today(clock)), list);
    }

    private Uni<CalendarReport> take(CalendarFile list, Keeper keeper, boolean preview, Caller caller) {
        List<CalendarDay> days = list.days();
        int year = days.get(0).day().getYear();
        return pool.withTransaction(transaction -> rows.alone(transaction)
                        .chain(() -> rows.ofYear(transaction, keeper.area(), year))
                        .map(stored -> CalendarChange.between(stored, days))
                        .call(change -> preview || change.isNone()
                                ? Uni.createFrom().voidItem()
                                : replace(transaction, keeper, year, days, caller)))
                .map(change -> CalendarReport.of(year, keeper.area(), preview, change, list))
                .call(() -> rulebooks.refresh());
    }

    private Uni<Void> replace(SqlClient transaction, Keeper keeper, int year, List<CalendarDay> days, Caller caller) {
        Subject subject = new Subject("WORK_CALENDAR", new UUID(0, year), keeper.area());
        return rows.replace(transaction, keeper.area(), year, days)
                .chain(() -> trail.changed(
                        transaction, caller.workerId(), keeper.post(), "calendar.import", List.of(subject)));
    }
}
