package org.shouwang.monitoring.catalogue;

/** Whose plan it is: 儿童发展规划 or 妇女发展规划. */
public enum PlanKind {
    CHILD,
    WOMAN
}
