package org.shouwang.register.child;

import java.util.OptionalInt;

/** Why a child's file is closed (结案原因). */
enum CloseReason {
    PARENT_RETURNED,
    MOVED_AWAY,
    AGED_16_LB,
    AGED_18,
    ADOPTED,
    DEATH,
    DUPLICATE,
    NO_LONGER_ELIGIBLE;

    /** The age that the reason speaks of, in whole years. */
    OptionalInt age() {
        return switch (this) {
            case AGED_16_LB -> OptionalInt.of(CategoryRules.LEFT_BEHIND_UNDER);
            case AGED_18 -> OptionalInt.of(ChildRules.ADULT);
            case PARENT_RETURNED, MOVED_AWAY, ADOPTED, DEATH, DUPLICATE, NO_LONGER_ELIGIBLE -> OptionalInt.empty();
        };
    }
}
