package org.shouwang.register;

/** Whether a member of a household is alive (生存状态). */
enum VitalStatus {
    ALIVE,
    DEAD,
    DECLARED_MISSING,
    LOST_CONTACT,
    UNKNOWN
}
