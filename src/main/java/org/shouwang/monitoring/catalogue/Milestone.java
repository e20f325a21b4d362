package org.shouwang.monitoring.catalogue;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be reached by the end of a year on the way to a target. */
@Schema(name = "IndicatorMilestone")
public record Milestone(int year, BigDecimal value) {}
