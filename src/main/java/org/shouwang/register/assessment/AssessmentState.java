package org.shouwang.register.assessment;

/** What became of an assessment. */
enum AssessmentState {
    /** It set the level, or confirmed it. */
    EFFECTIVE,
    /** A lower level waits for the coordinator's word. */
    PENDING,
    /** The coordinator did not agree to the lower level. */
    REJECTED,
    /** A later assessment, or danger that was seen earlier, came before the coordinator's word. */
    SUPERSEDED,
    /** A later one had set the level before this one arrived, and this one tells of no danger. */
    OLDER
}
