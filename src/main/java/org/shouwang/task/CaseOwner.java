package org.shouwang.task;

import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.RoleCode;

/** What owns a task that follows it: the task goes where it goes and ends with it. Its name is the task's rule. */
public enum CaseOwner {
    INCIDENT(RoleCode.COUNTY_CIVIL_AFFAIRS),
    /** 家庭暴力个案 of a child. */
    CHILD_VIOLENCE(RoleCode.COUNTY_CIVIL_AFFAIRS),
    /** 家庭暴力个案 of a woman. */
    WOMAN_VIOLENCE(RoleCode.COUNTY_WOMENS_FEDERATION);

    private final RoleCode lead;

    CaseOwner(RoleCode lead) {
        this.lead = lead;
    }

    /** Which office of the county hears that such a task is late. */
    RoleCode lead() {
        return lead;
    }

    /** Whether its tasks end with it alone: the law asks for each of them. */
    boolean keepsTasks() {
        return this != INCIDENT;
    }

    static Optional<CaseOwner> of(String rule) {
        return Stream.of(values()).filter(owner -> owner.name().equals(rule)).findFirst();
    }
}
