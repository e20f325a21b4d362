package org.shouwang.policy;

/**
 * All that is decided by area, as it stood when it was read.
 *
 * @param stamp what the database said then; another one says that something has changed
 */
record Rulebook(long stamp, StandingPolicies policies, StandingCalendars calendars) {

    /** Before anything was read. */
    static final Rulebook BLANK = new Rulebook(-1, StandingPolicies.NONE, StandingCalendars.NONE);
}
