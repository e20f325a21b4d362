package org.shouwang.register.child;

/** How far a category of a child is recognised (认定状态). */
enum CategoryStatus {
    CLAIMED,
    VERIFIED,
    APPROVED,
    REJECTED,
    ENDED;

    boolean open() {
        return this == CLAIMED || this == VERIFIED || this == APPROVED;
    }
}
