package org.shouwang.platform.operation;

import java.time.Instant;
import java.util.UUID;

/**
 * Which operation on which record.
 *
 * @param id the phone's id of the operation itself
 * @param record the record that it makes or changes
 * @param doneAt when it was done by the server's clock; when it arrived, if nothing better is known
 * @param doneSince the earliest moment at which it can have been done; the same where the phone knew its time
 */
public record Operation(UUID id, UUID record, Instant doneAt, Instant doneSince) {

    /** Whether it is known when it was done. */
    public boolean isTimed() {
        return doneSince.equals(doneAt);
    }
}
