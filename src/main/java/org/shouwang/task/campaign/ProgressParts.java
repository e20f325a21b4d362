package org.shouwang.task.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.staff.RunArea;
import org.shouwang.task.CampaignCounts.AtArea;
import org.shouwang.task.CampaignCounts.Totals;
import org.shouwang.task.campaign.CampaignProgress.Numbers;
import org.shouwang.task.campaign.CampaignProgress.Township;
import org.shouwang.task.campaign.CampaignProgress.Village;

/**
 * Adds up where areas are run.
 *
 * @param counts by code, of the caller's areas
 * @param singly whether a village's own numbers are shown
 */
record ProgressParts(Map<AreaCode, AtArea> counts, Predicate<AreaCode> singly) {

    static Numbers sum(Collection<AtArea> counts) {
        return Numbers.of(counts.stream().reduce(AtArea.NONE, AtArea::plus));
    }

    /** Whether figures would be a single village's that is not shown: one has tasks alone in its township, or there is no other. */
    boolean hides(List<RunArea> areas) {
        List<RunArea> villages =
                areas.stream().filter(area -> area.level() == AreaLevel.VILLAGE).toList();
        return (villages.size() == 1 && hides(villages.get(0)))
                || grouped(areas).values().stream().anyMatch(this::hidesAll);
    }

    private boolean hides(RunArea area) {
        return area.level() == AreaLevel.VILLAGE && !singly.test(code(area.place()));
    }

    private boolean hidesAll(List<RunArea> township) {
        return township.size() == 1 && hides(township.get(0));
    }

    private TreeMap<AreaCode, List<RunArea>> grouped(List<RunArea> areas) {
        return areas.stream()
                .filter(area -> counts.containsKey(code(area.place())))
                .collect(Collectors.groupingBy(area -> code(area.township()), TreeMap::new, Collectors.toList()));
    }

    Totals totals() {
        Numbers all = sum(counts.values());
        return new Totals(all.tasks(), all.done());
    }

    /** All that is shown: where a township is left out, the sum of the others, or it could be worked out. */
    Numbers total(List<RunArea> areas) {
        if (!hides(areas)) {
            return sum(counts.values());
        }
        return sum(grouped(areas).values().stream()
                .filter(township -> !hidesAll(township))
                .flatMap(List::stream)
                .map(this::at)
                .toList());
    }

    /** The townships that have tasks, and their villages, both in the order of their codes. */
    List<Township> townships(List<RunArea> areas) {
        return grouped(areas).entrySet().stream()
                .filter(group -> !hidesAll(group.getValue()))
                .map(group -> new Township(
                        group.getKey(),
                        group.getValue().get(0).township().name(),
                        sum(group.getValue().stream().map(this::at).toList()),
                        group.getValue().stream()
                                .filter(area -> area.level() == AreaLevel.VILLAGE && singly.test(code(area.place())))
                                .map(area -> new Village(
                                        code(area.place()), area.place().name(), Numbers.of(at(area))))
                                .toList()))
                .toList();
    }

    private AtArea at(RunArea area) {
        return counts.getOrDefault(code(area.place()), AtArea.NONE);
    }

    private static AreaCode code(RunArea.Part part) {
        return Objects.requireNonNull(part.area());
    }
}
