package org.shouwang.register.child;

/** Why nobody is to visit a child for a while (暂缓走访原因). */
enum PauseReason {
    AWAY_WITH_PARENTS,
    IN_HOSPITAL,
    IN_INSTITUTION,
    OTHER
}
