package org.shouwang.monitoring.score;

/** What the office records of a unit beside its score. */
enum ScoreRecordKind {
    /** 通报表扬. */
    COMMENDATION,
    /** 约谈. */
    INTERVIEW
}
