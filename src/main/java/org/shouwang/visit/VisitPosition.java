package org.shouwang.visit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;

/**
 * Where the visitor stood: a single point, never asked for (整治形式主义为基层减负若干规定: no forced tracks). One that is given
 * lies in the country.
 */
final class VisitPosition {

    private static final Span LATITUDES = new Span(3, 54);
    private static final Span LONGITUDES = new Span(73, 136);

    /** About a tenth of a metre; the columns keep no more. */
    private static final int DECIMALS = 6;

    private VisitPosition() {}

    private record Span(int from, int to) {

        boolean holds(BigDecimal degrees) {
            return degrees.compareTo(BigDecimal.valueOf(from)) >= 0 && degrees.compareTo(BigDecimal.valueOf(to)) <= 0;
        }
    }

    static List<Violation> check(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
        List<Violation> violations = new ArrayList<>(within("geoLat", latitude, LATITUDES));
        violations.addAll(within("geoLng", longitude, LONGITUDES));
        if ((latitude == null) != (longitude == null)) {
            violations.add(Violation.of(latitude == null ? "geoLat" : "geoLng", "visit-position-halved"));
        }
        return violations;
    }

    private static List<Violation> within(String field, @Nullable BigDecimal degrees, Span span) {
        return degrees == null || span.holds(degrees)
                ? List.of()
                : List.of(Violation.of(field, "visit-position-outside", span.from, span.to));
    }

    /** As the columns keep it, so that the first answer shows what every later one will. */
    static @Nullable BigDecimal kept(@Nullable BigDecimal degrees) {
        return degrees == null ? null : degrees.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
