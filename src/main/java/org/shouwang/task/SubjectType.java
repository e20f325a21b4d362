package org.shouwang.task;

/** What a task is about (对象类型). */
public enum SubjectType {
    CHILD,
    HOUSEHOLD,
    HOME,
    NONE;

    /** Whether there is a home in which it can be visited. */
    boolean isVisited() {
        return this == CHILD || this == HOUSEHOLD;
    }

    /** Whether the subject is somewhere, so that its area is the task's; else the request names the area. */
    boolean hasArea() {
        return this != NONE;
    }
}
