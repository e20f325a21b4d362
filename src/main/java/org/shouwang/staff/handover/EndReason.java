package org.shouwang.staff.handover;

/** Why a post ends (离任原因). */
enum EndReason {
    ELECTION,
    RESIGN,
    TRANSFER,
    ILLNESS,
    DEATH
}
