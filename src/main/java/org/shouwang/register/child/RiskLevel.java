package org.shouwang.register.child;

/** Risk of a child (风险等级), the gravest first. */
public enum RiskLevel {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    NORMAL
}
