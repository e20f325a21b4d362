package org.shouwang.register.child;

/** How a child became known (信息来源). */
enum FileSource {
    VISIT,
    SCHOOL,
    IMPORT,
    REPORT,
    OTHER
}
