package org.shouwang.monitoring.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A round of a plan (规划周期). */
@Schema(name = "PlanRound")
public record PlanRound(
        String code,
        PlanKind kind,
        TargetLevel level,
        int fromYear,
        int toYear,

        @Schema(description = "文号") String docNo,

        @Schema(examples = "中国儿童发展纲要（2021—2030年）") String title) {}
