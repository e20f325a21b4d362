package org.shouwang.task.plan;

import org.shouwang.register.child.RiskLevel;

/** How pressing what is planned is, named like the priority of its task. */
public enum Urgency {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    static Urgency of(RiskLevel level) {
        return switch (level) {
            case CRITICAL -> URGENT;
            case HIGH -> HIGH;
            case MEDIUM -> NORMAL;
            case LOW, NORMAL -> LOW;
        };
    }
}
