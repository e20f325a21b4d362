package org.shouwang.monitoring.supervision;

/** What is put right. */
enum ItemType {
    MEASURE,
    /** 待建项目: with site and schedule (选址、建设时序). */
    PROJECT,
    /** What is done for one place (片区的具体措施). */
    AREA_MEASURE
}
