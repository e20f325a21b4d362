package org.shouwang.register.child;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * Something that happened to a child's file as a whole.
 *
 * @param responsibleAppointmentId who looks after the child, null where the post is vacant
 * @param status the file afterwards
 * @param occurrence names this change among those of the file
 * @param reason why it was closed; null for other changes
 */
public record FileChange(
        Kind kind,
        UUID childId,
        AreaCode areaCode,
        @Nullable UUID responsibleAppointmentId,
        FileStatus status,
        UUID occurrence,
        @Nullable String reason) {

    /** What happened. */
    public enum Kind {
        /** A file that lacks something was begun. */
        BEGUN,
        /** Nothing is missing any more. */
        COMPLETED,
        CLOSED,
        REOPENED
    }

    static FileChange of(Kind kind, Child child, UUID occurrence) {
        return new FileChange(
                kind,
                child.id,
                child.areaCode,
                child.responsibleAppointmentId,
                child.fileStatus,
                occurrence,
                child.closeReason == null ? null : child.closeReason.name());
    }
}
