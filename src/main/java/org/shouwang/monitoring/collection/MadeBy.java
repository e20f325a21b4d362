package org.shouwang.monitoring.collection;

/** Who made figures: a unit, or the system from its own records. */
public enum MadeBy {
    PERSON,
    SYSTEM
}
