package org.shouwang.activity;

/** State of a children's home. */
enum HomeStatus {
    PLANNED,
    BUILDING,
    OPEN,
    SUSPENDED,
    CLOSED
}
