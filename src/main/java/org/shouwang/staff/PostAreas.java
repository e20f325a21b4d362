package org.shouwang.staff;

import java.util.List;
import java.util.Optional;
import org.shouwang.platform.AreaRanges;

/** Where an appointment holds: its area without what others run there, and what its authority runs elsewhere (托管). */
final class PostAreas {

    private static final AreaRanges WHOLE_INSTANCE = AreaRanges.of(100_000_000_000L, 1_000_000_000_000L);

    private PostAreas() {}

    /**
     * Resolves the areas of one appointment.
     *
     * @param own the appointment's area, empty when it is to an organisation
     * @param organisation whether the appointment is to an organisation
     * @param runByOthers hosted areas strictly inside the own area that another authority runs
     * @param runByUs areas that this appointment's area or organisation runs for others
     */
    static AreaRanges resolve(
            Optional<AreaRanges.Range> own,
            boolean organisation,
            List<AreaRanges.Range> runByOthers,
            List<AreaRanges.Range> runByUs) {
        if (own.isEmpty() && !organisation) {
            return WHOLE_INSTANCE;
        }
        return own.map(range -> AreaRanges.of(range.from(), range.to()))
                .orElse(AreaRanges.NONE)
                .minus(union(runByOthers))
                .union(union(runByUs));
    }

    private static AreaRanges union(List<AreaRanges.Range> ranges) {
        return ranges.stream()
                .map(range -> AreaRanges.of(range.from(), range.to()))
                .reduce(AreaRanges.NONE, AreaRanges::union);
    }
}
