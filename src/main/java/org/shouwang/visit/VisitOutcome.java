package org.shouwang.visit;

/** What came of the visit (结果). */
public enum VisitOutcome {
    MET_CHILD_AND_CAREGIVER,
    MET_CHILD,
    MET_CAREGIVER,
    NO_ONE_HOME,
    REFUSED,
    MOVED;

    /** Whether this outcome says that at least one child was seen; every other one says that none was. */
    public boolean childMet() {
        return this == MET_CHILD_AND_CAREGIVER || this == MET_CHILD;
    }
}
