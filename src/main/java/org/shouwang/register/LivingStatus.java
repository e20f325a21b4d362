package org.shouwang.register;

/** How a child lives (居住状态). */
enum LivingStatus {
    AT_HOME,
    BOARDING,
    WITH_RELATIVE,
    WITH_PARENT_OUTSIDE,
    INSTITUTION,
    MISSING,
    OTHER
}
