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

    /** The townships that have tasks, and their villages, both in the order of their codes. */
    List<Township> townships(List<RunArea> areas) {
        Map<AreaCode, List<RunArea>> grouped = areas.stream()
                .filter(area -> counts.containsKey(code(area.place())))
                .collect(Collectors.groupingBy(area -> code(area.township()), TreeMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
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
