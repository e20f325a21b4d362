package org.shouwang.task;

/** The work that follows a case. Titles name neither child nor reason: they may be seen on a lock screen. */
public enum FollowUp {
    /** 随访 of an incident. */
    INCIDENT(TaskType.INCIDENT_FOLLOW, TaskPriority.URGENT, "重点随访"),
    /** 查访 after a warning letter (反家庭暴力法 art. 17). */
    WARNING_LETTER(TaskType.WARNING_LETTER_VISIT, TaskPriority.HIGH, "重点走访"),
    /** A look at how a protection order is kept (反家庭暴力法 art. 32). */
    PROTECTION_ORDER(TaskType.PROTECTION_ORDER_CHECK, TaskPriority.HIGH, "重点核查"),
    /** To ask before a protection order ends whether it is still needed: the court extends it on application (art. 30). */
    ORDER_EXPIRY(TaskType.PROTECTION_ORDER_CHECK, TaskPriority.HIGH, "重点核查");

    final TaskType type;
    final TaskPriority priority;
    final String title;

    FollowUp(TaskType type, TaskPriority priority, String title) {
        this.type = type;
        this.priority = priority;
        this.title = title;
    }
}
