package org.shouwang.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Forms that several stories fill in. */
public final class SupervisionForms {

    private SupervisionForms() {}

    /** An item of a plan with two milestones, ten days apart. */
    public static Map<String, Object> project(LocalDate dueOn) {
        return Map.ofEntries(
                Map.entry("itemType", "PROJECT"),
                Map.entry("problem", "普惠性学位不足"),
                Map.entry("cause", "公办园少"),
                Map.entry("measure", "新建公办园一所"),
                Map.entry("responsiblePerson", "试负责"),
                Map.entry("responsiblePost", "学前教育股股长"),
                Map.entry("projectSite", "试验乡中心小学东侧"),
                Map.entry("schedule", "三月开工，八月竣工"),
                Map.entry("dueOn", dueOn.toString()),
                Map.entry(
                        "milestones",
                        List.of(
                                Map.of("dueOn", dueOn.minusDays(10).toString(), "target", 150, "unit", "个学位"),
                                Map.of("dueOn", dueOn.toString(), "target", 300, "unit", "个学位"))));
    }
}
