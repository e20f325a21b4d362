package org.shouwang.protection.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts.Holder;

/** Who is told of an incident that nobody has taken, and when again. */
final class Alarm {

    /** Nobody took it so long: a step up (roles and law, section 7; default). */
    static final Duration STEP = Duration.ofMinutes(30);

    /** When all steps were told: again in these intervals, until somebody takes it. */
    private static final Duration AGAIN = Duration.ofHours(2);

    static final Set<RoleCode> ROLES = Set.of(RoleCode.TOWNSHIP_COORDINATOR, RoleCode.COUNTY_CIVIL_AFFAIRS);

    private Alarm() {}

    /**
     * The steps: the township and the nearest civil affairs together, then civil affairs of each larger area (市、省).
     *
     * @param holders who holds the posts of {@link #ROLES} at the place, the smallest area first
     */
    static List<List<Holder>> steps(List<Holder> holders) {
        List<Holder> first = new ArrayList<>(of(RoleCode.TOWNSHIP_COORDINATOR, holders));
        List<Holder> leads = of(RoleCode.COUNTY_CIVIL_AFFAIRS, holders);
        List<List<Holder>> steps = new ArrayList<>();
        steps.add(first);
        Optional<AreaRanges> level =
                leads.stream().findFirst().map(lead -> lead.post().areas());
        for (Holder lead : leads) {
            if (!level.filter(lead.post().areas()::equals).isPresent()) {
                level = Optional.of(lead.post().areas());
                steps.add(new ArrayList<>());
            }
            steps.get(steps.size() - 1).add(lead);
        }
        return steps.stream().map(List::copyOf).filter(step -> !step.isEmpty()).toList();
    }

    private static List<Holder> of(RoleCode role, List<Holder> holders) {
        return holders.stream().filter(holder -> holder.post().role() == role).toList();
    }

    /** Who answers for it: whoever stands nearest above the place; empty while nobody does. */
    static Optional<Holder> nearest(List<List<Holder>> steps) {
        return steps.stream().flatMap(List::stream).findFirst();
    }

    /** Who is told in a round: everybody up to its step. */
    static List<Holder> told(List<List<Holder>> steps, int round) {
        return steps.stream().limit(round + 1L).flatMap(List::stream).collect(Collectors.toList());
    }

    /** When it is looked at again after a round. */
    static Instant next(List<List<Holder>> steps, int round, Instant now) {
        return now.plus(round + 1 < Math.max(steps.size(), 2) ? STEP : AGAIN);
    }
}
