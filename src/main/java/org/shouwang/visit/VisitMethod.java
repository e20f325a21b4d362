package org.shouwang.visit;

/** How the visit was made (走访方式). Only {@link #HOME} counts as a home visit. */
public enum VisitMethod {
    HOME,
    PHONE,
    VIDEO,
    SCHOOL,
    ACTIVITY,
    /** A talk in the village, away from the home (村内约谈). */
    MEETING
}
