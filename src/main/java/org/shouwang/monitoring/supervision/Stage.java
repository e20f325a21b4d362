package org.shouwang.monitoring.supervision;

import java.util.Map;
import java.util.Optional;

/** What is told of a letter, each once a deadline. */
enum Stage {
    ISSUED,
    SOON_7,
    SOON_3,
    SOON_1,
    OVERDUE,
    REPLIED,
    ACCEPTED,
    NOT_ACCEPTED;

    /** So many days before the deadline a unit is reminded (indicators.md, section 6). */
    static final Map<Stage, Integer> DAYS_BEFORE = Map.of(SOON_7, 7, SOON_3, 3, SOON_1, 1);

    /** What the liaison of the unit is told; empty where it is the office's. */
    Optional<String> toUnit() {
        return switch (this) {
            case ISSUED -> Optional.of("letter-issued");
            case SOON_7, SOON_3, SOON_1 -> Optional.of("letter-due-soon");
            case OVERDUE -> Optional.of("letter-overdue");
            case REPLIED -> Optional.empty();
            case ACCEPTED -> Optional.of("letter-accepted");
            case NOT_ACCEPTED -> Optional.of("letter-not-accepted");
        };
    }

    /** What the committee office is told; empty where it is the unit's. */
    Optional<String> toOffice() {
        return switch (this) {
            case OVERDUE -> Optional.of("letter-overdue-office");
            case REPLIED -> Optional.of("letter-replied");
            case ISSUED, SOON_7, SOON_3, SOON_1, ACCEPTED, NOT_ACCEPTED -> Optional.empty();
        };
    }
}
