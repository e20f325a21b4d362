package org.shouwang.register.child;

/** How a child lives (居住状态). */
public enum LivingStatus {
    AT_HOME,
    BOARDING,
    WITH_RELATIVE,
    WITH_PARENT_OUTSIDE,
    INSTITUTION,
    MISSING,
    OTHER
}
