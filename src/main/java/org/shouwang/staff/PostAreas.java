package org.shouwang.staff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;

/**
 * Where an appointment holds. A place is in the hands of whoever runs the innermost hosted area (托管) around it, and of
 * whoever stands above that host; where nothing is hosted, of the areas that its code lies in.
 */
final class PostAreas {

    private PostAreas() {}

    /**
     * The area of an appointment.
     *
     * @param aboveCounties whether it is a city or a province
     */
    record Own(AreaRanges.Range range, boolean aboveCounties) {}

    /**
     * An area that another authority runs than its code says.
     *
     * @param seat the area that runs it, or the one where the organisation that runs it sits
     */
    record Hosting(AreaRanges.Range area, long seat, By by) {

        /** Who runs it: the post's own organisation; a development zone; an area or any other organisation. */
        enum By {
            POST,
            ZONE,
            PLACE
        }
    }

    /** An area, and whether it is in this appointment's hands. */
    private record Run(AreaRanges.Range area, boolean byUs) {}

    /**
     * Resolves the areas of one appointment. Where areas lie in each other, the innermost says who runs a place.
     *
     * @param own empty when the appointment is to an organisation, or of the whole instance
     * @param organisation whether the appointment is to an organisation
     * @param hosted the hosted areas inside the own one, those that are run from there or by the post's organisation, and
     *     what is hosted in or run from these in turn; others do no harm
     */
    static AreaRanges resolve(Optional<Own> own, boolean organisation, List<Hosting> hosted) {
        if (own.isEmpty() && !organisation) {
            return AreaRanges.EVERYWHERE;
        }
        List<Run> widestFirst = new ArrayList<>();
        hosted.forEach(hosting -> widestFirst.add(new Run(hosting.area(), isOurs(hosting, own, hosted))));
        own.ifPresent(area -> widestFirst.add(new Run(area.range(), true)));
        widestFirst.sort(
                Comparator.comparingLong((Run run) -> width(run.area())).reversed());
        AreaRanges areas = AreaRanges.NONE;
        for (Run run : widestFirst) {
            AreaRanges area = new AreaRanges(List.of(run.area()));
            areas = run.byUs() ? areas.union(area) : areas.minus(area);
        }
        return areas;
    }

    /**
     * Whether a hosted area is in the post's hands: because its host is, or stands below the post. A development zone is an
     * authority like a county: it stands in no county, wherever its office is, but below the city and the province.
     *
     * @param others the hosted areas on the way up from which nobody has come yet, so that no ring is walked twice
     */
    private static boolean isOurs(Hosting hosting, Optional<Own> own, List<Hosting> others) {
        return switch (hosting.by()) {
            case POST -> true;
            case ZONE ->
                own.filter(Own::aboveCounties)
                        .filter(area -> holds(area.range(), hosting.seat()))
                        .isPresent();
            case PLACE -> {
                List<Hosting> left =
                        others.stream().filter(other -> !other.equals(hosting)).toList();
                Optional<Hosting> around = left.stream()
                        .filter(other -> holds(other.area(), hosting.seat()))
                        .min(Comparator.comparingLong(other -> width(other.area())));
                Optional<AreaRanges.Range> ours = own.map(Own::range).filter(range -> holds(range, hosting.seat()));
                yield around.filter(other -> ours.isEmpty() || width(other.area()) < width(ours.get()))
                        .map(other -> isOurs(other, own, left))
                        .orElse(ours.isPresent());
            }
        };
    }

    private static boolean holds(AreaRanges.Range range, long code) {
        return range.from() <= code && code < range.to();
    }

    private static long width(AreaRanges.Range range) {
        return range.to() - range.from();
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
