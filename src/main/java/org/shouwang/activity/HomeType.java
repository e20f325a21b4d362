package org.shouwang.activity;

/** Where a children's home stands. */
enum HomeType {
    VILLAGE,
    COMMUNITY,
    SCHOOL,
    /** Shares the rooms of a women's home, a Party service centre, a culture centre or a library. */
    SHARED
}
