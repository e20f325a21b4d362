package org.shouwang.overview;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
 */
record Parts(List<RunArea> areas, Map<AreaCode, AreaNumbers> numbers) {

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
        Map<AreaCode, AreaNumbers> numbers = new HashMap<>();
        for (AreaCode code : counted.codes()) {
            AreaCode now = today.apply(code);
            if (ours.contains(now) || (!known.contains(now) && asked.above().test(now))) {
                numbers.merge(now, counted.at(code), AreaNumbers::plus);
            }
        }
        return new Parts(wanted, numbers);
    }

    static Set<AreaCode> codes(Collection<RunArea> areas) {
        return areas.stream().map(Parts::code).collect(Collectors.toUnmodifiableSet());
    }

    AreaNumbers total() {
        return numbers.values().stream().reduce(AreaNumbers.NONE, AreaNumbers::plus);
    }

    List<OverviewView.Part> townships() {
        Map<AreaCode, List<RunArea>> grouped = areas.stream()
                .collect(Collectors.groupingBy(
                        one -> Objects.requireNonNull(one.township().area()), TreeMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(group -> new OverviewView.Part(
                        group.getKey(),
                        group.getValue().get(0).township().name(),
                        group.getValue().stream().map(this::at).reduce(AreaNumbers.NONE, AreaNumbers::plus)))
                .toList();
    }

    List<OverviewView.Part> villages() {
        return areas.stream()
                .filter(one -> one.level() == AreaLevel.VILLAGE)
                .map(one -> new OverviewView.Part(code(one), one.place().name(), at(one)))
                .toList();
    }

    private AreaNumbers at(RunArea area) {
        return numbers.getOrDefault(code(area), AreaNumbers.NONE);
    }

    private static AreaCode code(RunArea area) {
        return Objects.requireNonNull(area.place().area());
    }
}
