package org.shouwang.task;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a child's card says of its follow-up beside its tasks. */
@Schema(name = "FollowUpDates")
record FollowUpDates(
        UUID childId,

        @Schema(
                description =
                        "Until when somebody should call (电话联系). Absent of a closed file, and at HIGH and CRITICAL, where it is a task")
        @Nullable
        LocalDate nextContactOn) {}
