package org.shouwang.monitoring.score;

/** How a part counts one indicator, report, value or card. */
enum ScoreGrade {
    REACHED(ScorePart.RESULTS),
    /** Missed by a tenth of the year target at most, or only asked for in principle. */
    CLOSE(ScorePart.RESULTS),
    MISSED(ScorePart.RESULTS),
    NO_DATA(ScorePart.RESULTS),
    IN_TIME(ScorePart.TIMELINESS),
    LATE(ScorePart.TIMELINESS),
    MISSING(ScorePart.TIMELINESS),
    CLEAN(ScorePart.QUALITY),
    RETURNED(ScorePart.QUALITY),
    /** After it was published. */
    CORRECTED(ScorePart.QUALITY),
    YELLOW(ScorePart.SUPERVISION),
    RED(ScorePart.SUPERVISION),
    /** A deadline of its letter passed without an answer. */
    LETTER_MISSED(ScorePart.SUPERVISION),
    /** 问责. */
    ACCOUNTED(ScorePart.SUPERVISION);

    private final ScorePart part;

    ScoreGrade(ScorePart part) {
        this.part = part;
    }

    ScorePart part() {
        return part;
    }
}
