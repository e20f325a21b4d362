package org.shouwang.visit;

/** What came of the visit (结果). */
public enum VisitOutcome {
    MET_CHILD_AND_CAREGIVER,
    MET_CHILD,
    MET_CAREGIVER,
    NO_ONE_HOME,
    REFUSED,
    MOVED;

    /** Whether there was anybody to speak with. */
    public boolean somebodyMet() {
        return switch (this) {
            case MET_CHILD_AND_CAREGIVER, MET_CHILD, MET_CAREGIVER -> true;
            case NO_ONE_HOME, REFUSED, MOVED -> false;
        };
    }

    /** Whether this outcome says that at least one child was seen; every other one says that none was. */
    public boolean childMet() {
        return this == MET_CHILD_AND_CAREGIVER || this == MET_CHILD;
    }
}
