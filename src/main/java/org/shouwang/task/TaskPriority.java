package org.shouwang.task;

import org.shouwang.notification.Grade;
import org.shouwang.notification.Notice;
import org.shouwang.register.child.RiskLevel;

/** How pressing a task is (优先级). */
public enum TaskPriority {
    LOW(RiskLevel.LOW),
    NORMAL(RiskLevel.MEDIUM),
    HIGH(RiskLevel.HIGH),
    URGENT(RiskLevel.CRITICAL);

    private final RiskLevel level;

    TaskPriority(RiskLevel level) {
        this.level = level;
    }

    /** The risk level as which a task without a child is passed up. */
    RiskLevel level() {
        return level;
    }

    /** Urgent ones ignore the quiet hours. */
    Notice.Push push() {
        return this == URGENT ? Notice.Push.AT_ONCE : Notice.Push.DAYTIME;
    }

    /** What is done when whoever is to do the task does not open what was told. */
    Grade grade() {
        return switch (this) {
            case LOW, NORMAL -> Grade.NONE;
            case HIGH -> Grade.HIGH;
            case URGENT -> Grade.URGENT;
        };
    }
}
