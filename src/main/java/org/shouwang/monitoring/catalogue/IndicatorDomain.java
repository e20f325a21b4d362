package org.shouwang.monitoring.catalogue;

import java.util.stream.Stream;

/** The fields of the two plans, as the codes of indicators begin. */
public enum IndicatorDomain {
    CHILD_HEALTH(PlanKind.CHILD, "C-H"),
    CHILD_SAFETY(PlanKind.CHILD, "C-S"),
    CHILD_EDUCATION(PlanKind.CHILD, "C-E"),
    CHILD_WELFARE(PlanKind.CHILD, "C-W"),
    CHILD_FAMILY(PlanKind.CHILD, "C-F"),
    CHILD_ENVIRONMENT(PlanKind.CHILD, "C-V"),
    CHILD_LEGAL_PROTECTION(PlanKind.CHILD, "C-L"),
    WOMAN_HEALTH(PlanKind.WOMAN, "W-H"),
    WOMAN_DECISION_MAKING(PlanKind.WOMAN, "W-D"),
    WOMAN_ECONOMY(PlanKind.WOMAN, "W-E"),
    WOMAN_SOCIAL_SECURITY(PlanKind.WOMAN, "W-S"),
    WOMAN_LAW(PlanKind.WOMAN, "W-L"),
    WOMENS_ORGANISATION(PlanKind.WOMAN, "W-O"),
    PLAN_AWARENESS(PlanKind.WOMAN, "W-A"),
    SPECIAL_FUND(PlanKind.WOMAN, "W-B");

    private final PlanKind plan;
    private final String prefix;

    IndicatorDomain(PlanKind plan, String prefix) {
        this.plan = plan;
        this.prefix = prefix;
    }

    public PlanKind plan() {
        return plan;
    }

    /** @throws IllegalArgumentException when a code begins like none of them */
    static IndicatorDomain of(String code) {
        return Stream.of(values())
                .filter(domain -> code.startsWith(domain.prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code));
    }
}
