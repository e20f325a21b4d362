package org.shouwang.register.household;

/** Whether a member of a household is alive (生存状态). */
public enum VitalStatus {
    ALIVE,
    DEAD,
    DECLARED_MISSING,
    LOST_CONTACT,
    UNKNOWN
}
