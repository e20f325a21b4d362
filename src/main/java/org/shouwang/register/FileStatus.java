package org.shouwang.register;

/** State of a child's file (档案状态). */
public enum FileStatus {
    DRAFT,
    ACTIVE,
    TRANSFER_PENDING,
    TRANSFERRED,
    CLOSED
}
