package org.shouwang.overview;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shouwang.activity.ActivityCounts;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Period;
import org.shouwang.register.child.ChildCounts;
import org.shouwang.register.child.ChildNumbers;
import org.shouwang.task.TaskCounts;
import org.shouwang.visit.UnmetCounts;
import org.shouwang.visit.UnmetNumbers;
import org.shouwang.visit.VisitCounts;

/** Asks each room once, one after the other: an overview holds one connection at a time. */
@Singleton
class CountWork {

    /** Of more children than two counties have nobody looks at the visits of each: it would take longer than a request may. */
    private static final long MOST_CHILDREN = 50_000;

    private final ChildCounts children;
    private final VisitCounts visits;
    private final UnmetCounts unmet;
    private final TaskCounts tasks;
    private final ActivityCounts activities;

    CountWork(
            ChildCounts children, VisitCounts visits, UnmetCounts unmet, TaskCounts tasks, ActivityCounts activities) {
        this.children = children;
        this.visits = visits;
        this.unmet = unmet;
        this.tasks = tasks;
        this.activities = activities;
    }

    /** @param asked of which codes the children whom nobody has met are counted, which takes longer than all else */
    Uni<Counted> of(AreaRanges scope, Predicate<AreaCode> asked, Period period, Instant now) {
        return children.of(scope).chain(files -> visits.of(scope, period.begins(), period.ends())
                .chain(made -> tasks.awaited(scope, period.from(), period.to())
                        .chain(due -> tasks.of(scope, period.from(), period.to(), now)
                                .chain(work -> activities
                                        .of(scope, period.begins(), period.ends())
                                        .chain(held -> tasks.onTime(scope, period.from(), period.to(), now)
                                                .chain(onTime -> unmet(files, asked, now)
                                                        .map(alone -> new Counted(
                                                                files,
                                                                made,
                                                                due,
                                                                work,
                                                                held,
                                                                onTime,
                                                                alone.orElse(null)))))))));
    }

    private Uni<Optional<Map<AreaCode, UnmetNumbers>>> unmet(
            Map<AreaCode, ChildNumbers> files, Predicate<AreaCode> asked, Instant now) {
        Set<AreaCode> places = files.keySet().stream().filter(asked).collect(Collectors.toUnmodifiableSet());
        long all = places.stream()
                .mapToLong(place -> Objects.requireNonNull(files.get(place)).active())
                .sum();
        return all > MOST_CHILDREN
                ? Uni.createFrom().item(Optional.empty())
                : unmet.of(places, LocalDays.of(now)).map(Optional::of);
    }
}
