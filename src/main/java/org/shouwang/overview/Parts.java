package org.shouwang.overview;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.staff.RunArea;

/**
 * The villages and townships that an overview is of, with their numbers.
 *
 * @param areas in the order of their codes
 * @param numbers by the code of today; of the county itself too, where something stands there
 * @param none what stands for an area of which nothing was counted
 */
record Parts(List<RunArea> areas, Map<AreaCode, Tally> numbers, Tally none) {

    /**
     * The part of what was counted that was asked for.
     *
     * @param scope all villages and townships that the caller reaches
     * @param today what a code stands for today: records of a merged village may not have moved yet
     */
    static Parts of(Asked asked, List<RunArea> scope, Counted counted, UnaryOperator<AreaCode> today) {
        List<RunArea> wanted = scope.stream().filter(asked.runs()).toList();
        Set<AreaCode> known = codes(scope);
        Set<AreaCode> ours = codes(wanted);
        Map<AreaCode, Tally> numbers = new HashMap<>();
        for (AreaCode code : counted.codes()) {
            AreaCode now = today.apply(code);
            if (ours.contains(now) || (!known.contains(now) && asked.above().test(now))) {
                numbers.merge(now, counted.at(code), Tally::plus);
            }
        }
        return new Parts(wanted, numbers, Tally.none(counted.unmet() != null));
    }

    /** Whether what stands under a code may be asked for: where an area is run says so, and of other codes nobody knows yet. */
    static Predicate<AreaCode> askedFor(Asked asked, List<RunArea> scope) {
        Set<AreaCode> others =
                codes(scope.stream().filter(asked.runs().negate()).toList());
        return code -> !others.contains(code);
    }

    static Set<AreaCode> codes(Collection<RunArea> areas) {
        return areas.stream().map(Parts::code).collect(Collectors.toUnmodifiableSet());
    }

    Tally total() {
        return numbers.values().stream().reduce(none, Tally::plus);
    }

    /** How many villages are counted together in the total. */
    long villagesRun() {
        return villagesRun(areas);
    }

    private static long villagesRun(Collection<RunArea> areas) {
        return areas.stream().filter(one -> one.level() == AreaLevel.VILLAGE).count();
    }

    List<OverviewView.Part> townships() {
        Map<AreaCode, List<RunArea>> grouped = areas.stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.township().area()), TreeMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(group -> township(group.getKey(), group.getValue()))
                .toList();
    }

    private OverviewView.Part township(AreaCode code, List<RunArea> run) {
        Tally tally = run.stream().map(this::at).reduce(none, Tally::plus);
        return new OverviewView.Part(
                code,
                run.get(0).township().name(),
                tally.numbers(),
                OnTimeRate.of(tally.visits(), villagesRun(run)),
                tally.unmet());
    }

    List<OverviewView.Part> villages() {
        return areas.stream()
                .filter(one -> one.level() == AreaLevel.VILLAGE)
                .map(this::village)
                .toList();
    }

    /** Without a rate: one person visits there. */
    private OverviewView.Part village(RunArea area) {
        Tally tally = at(area);
        return new OverviewView.Part(code(area), area.place().name(), tally.numbers(), null, tally.unmet());
    }

    private Tally at(RunArea area) {
        return numbers.getOrDefault(code(area), none);
    }

    private static AreaCode code(RunArea area) {
        return Objects.requireNonNull(area.place().area());
    }
}
