package org.shouwang.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;

/** Where an appointment holds: its area without what others run there, and what its authority runs elsewhere (托管). */
final class PostAreas {

    private PostAreas() {}

    /** An area and whether this appointment's authority runs it. */
    private record Run(AreaRanges.Range area, boolean byUs) {

        long width() {
            return area.to() - area.from();
        }
    }

    /**
     * Resolves the areas of one appointment. Where areas lie in each other, the innermost says who runs a place.
     *
     * @param own the appointment's area, empty when it is to an organisation
     * @param organisation whether the appointment is to an organisation
     * @param runByOthers hosted areas that another authority runs, inside the own area or one that is run by us
     * @param runByUs areas that this appointment's area or organisation runs for others
     */
    static AreaRanges resolve(
            Optional<AreaRanges.Range> own,
            boolean organisation,
            List<AreaRanges.Range> runByOthers,
            List<AreaRanges.Range> runByUs) {
        if (own.isEmpty() && !organisation) {
            return AreaRanges.EVERYWHERE;
        }
        List<Run> widestFirst = new ArrayList<>();
        runByOthers.forEach(area -> widestFirst.add(new Run(area, false)));
        runByUs.forEach(area -> widestFirst.add(new Run(area, true)));
        own.ifPresent(area -> widestFirst.add(new Run(area, true)));
        widestFirst.sort(Comparator.comparingLong(Run::width).reversed());
        AreaRanges areas = AreaRanges.NONE;
        for (Run run : widestFirst) {
            AreaRanges area = new AreaRanges(List.of(run.area()));
            areas = run.byUs() ? areas.union(area) : areas.minus(area);
        }
        return areas;
    }

    /**
     * Adds the areas that were merged into areas of the scope, so that nothing is out of sight while it moves.
     *
     * @param merged areas that have ended
     * @param living the successor of each as it is today
     */
    static AreaRanges withPredecessors(AreaRanges areas, List<AreaRanges.Range> merged, Long @Nullable [] living) {
        AreaRanges all = areas;
        for (int i = 0; i < merged.size(); i++) {
            if (living != null && areas.contains(new AreaCode(living[i]))) {
                all = all.union(new AreaRanges(List.of(merged.get(i))));
            }
        }
        return all;
    }
}
