package org.shouwang.monitoring.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import org.shouwang.monitoring.bulletin.BulletinContent.StatusCounts;
import org.shouwang.monitoring.card.StatusClass;

/** Counts indicators by class (indicators.md, section 4). */
final class Tally {

    private Tally() {}

    static StatusCounts of(Collection<StatusClass> all) {
        return new StatusCounts(
                Collections.frequency(all, StatusClass.MET),
                Collections.frequency(all, StatusClass.ON_TRACK),
                Collections.frequency(all, StatusClass.AT_RISK),
                Collections.frequency(all, StatusClass.OFF_TRACK),
                Collections.frequency(all, StatusClass.NO_DATA),
                Collections.frequency(all, StatusClass.NEUTRAL));
    }

    /** What the year asks for and is there. */
    static int reached(StatusCounts counts) {
        return counts.met() + counts.onTrack();
    }

    /** All that is assessed: a value that nobody has reported is not reached, so that silence lifts nobody. */
    static int assessed(StatusCounts counts) {
        return reached(counts) + counts.atRisk() + counts.offTrack() + counts.noData();
    }

    /** The share of the one in the other, in per cent; empty where nothing is assessed. */
    static Optional<BigDecimal> share(StatusCounts counts) {
        int assessed = assessed(counts);
        return assessed == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(reached(counts) * 100L)
                        .divide(BigDecimal.valueOf(assessed), 2, RoundingMode.HALF_UP));
    }
}
