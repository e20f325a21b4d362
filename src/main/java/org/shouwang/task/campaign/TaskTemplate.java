package org.shouwang.task.campaign;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.task.TaskPriority;
import org.shouwang.task.TaskType;

/** What each task asks for. */
@Schema(name = "CampaignTaskTemplate")
record TaskTemplate(
        @NotNull
        @Schema(
                description =
                        "VISIT, which a home visit settles; or CONTACT, RE_ASSESS, UPDATE_FILE, OTHER. About a household: VISIT, CONTACT"
                                + " or OTHER")
        TaskType type,

        @NotBlank
        @Size(max = 60)
        @Schema(description = "Names no child: it may be seen on a lock screen", examples = "暑期防溺水入户走访")
        String title,

        @NotNull @Schema(description = "Not URGENT: what cannot wait is assigned and told by itself")
        TaskPriority priority,

        @Schema(
                description =
                        "To be done so many days after the campaign began, or the task was made if that was later; without it, until"
                                + " the last day of the campaign",
                minimum = "1",
                maximum = "366")
        @Nullable
        Integer days) {}
