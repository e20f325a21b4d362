package org.shouwang.register;

/** State of a child's file (档案状态). */
public enum FileStatus {
    DRAFT,
    ACTIVE,
    TRANSFER_PENDING,
    TRANSFERRED,
    CLOSED;

    /** Whether nobody looks after the child here any more: there is no open task until the file is opened again. */
    public boolean isOver() {
        return this == TRANSFERRED || this == CLOSED;
    }
}
