package org.shouwang.register.move;

import org.shouwang.notification.Notice.Push;

/** A step of the ladder of a move that nobody answers. */
enum MoveStep {
    /** Whoever is asked learns of it. */
    ASKED,
    /** Whoever is asked is reminded. */
    REMINDER,
    /** Who coordinates the asked side learns that it waits, and so does the side that asked. */
    COORDINATOR,
    /** The county's civil affairs have it on their list. */
    COUNTY;

    String event(MoveState state) {
        return switch (this) {
            case ASKED -> state == MoveState.PROPOSED ? "move-proposed" : "move-asked";
            case REMINDER -> "move-reminder";
            case COORDINATOR, COUNTY -> "move-unanswered";
        };
    }

    Push push() {
        return this == COUNTY ? Push.NONE : Push.DAYTIME;
    }
}
