package org.shouwang.monitoring.catalogue;

/** How few are so few that a value of one year says nothing. */
public enum SmallNumberRule {
    /** A denominator below thirty, or fewer than five deaths (indicators.md, section 2). */
    FEW,
    /** None: all institutions there are were counted, however few (全数统计), so that one without is no chance. */
    FULL_CENSUS
}
