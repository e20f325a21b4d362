package org.shouwang.task.campaign;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.task.SubjectType;

/**
 * A child where a campaign holds.
 *
 * @param responsible who looks after it, null where nobody does
 * @param subjectId what its task is about: itself or its household
 * @param matches whether the campaign is about it
 * @param taskId the campaign's task about the subject, null while there is none
 * @param waits whether that task is open and nobody's, and nobody has returned it
 */
record Candidate(
        UUID childId,
        AreaCode area,
        @Nullable UUID responsible,
        SubjectType subjectType,
        UUID subjectId,
        boolean matches,
        @Nullable UUID taskId,
        boolean waits) {}
