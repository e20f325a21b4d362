package org.shouwang.register.child;

/** State of a child's file (档案状态). */
public enum FileStatus {
    DRAFT,
    ACTIVE,
    TRANSFER_PENDING,
    TRANSFERRED,
    CLOSED;

    /** Whether the child is looked after under this file. */
    public boolean isOpen() {
        return this == DRAFT || isRegistered();
    }

    /** Whether it is the person's one file: no other may have its number. */
    boolean isRegistered() {
        return this == ACTIVE || this == TRANSFER_PENDING;
    }
}
