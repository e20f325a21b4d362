package org.shouwang.monitoring.supervision;

import java.math.BigDecimal;

/** What was reached at a milestone. */
record MilestoneReport(int itemNo, int milestoneNo, BigDecimal figure) {}
