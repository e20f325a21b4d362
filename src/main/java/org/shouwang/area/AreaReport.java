package org.shouwang.area;

import java.util.List;
import org.shouwang.platform.AreaCode;

/**
 * What an import did. The counts are exact and add up to the lines of the file; the lists end at {@link #MOST_LISTED}.
 *
 * @param doubled lines left out because their code stands in the file once more, at a higher level or earlier
 */
record AreaReport(
        long created,
        long renamed,
        long unchanged,
        long refused,
        long doubled,
        List<AreaRefusal> refusals,
        List<Repeat> doubles) {

    /** More helps nobody, and an answer stays small. */
    static final int MOST_LISTED = 200;

    AreaReport {
        refusals = List.copyOf(refusals);
        doubles = List.copyOf(doubles);
    }

    /** A code that stands more than once: the line that counts, and the others. */
    record Repeat(AreaCode code, AreaLine kept, List<AreaLine> others) {

        Repeat {
            others = List.copyOf(others);
        }
    }
}
