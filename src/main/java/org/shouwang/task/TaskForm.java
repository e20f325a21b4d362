package org.shouwang.task;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** One task as it is assigned (data dictionary 12.1). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
@Schema(name = "TaskForm")
record TaskForm(
        @NotNull UUID id,

        @NotBlank
        @Size(max = 60)
        @Schema(description = "Names no child: it may be seen on a lock screen", examples = "本周入户走访")
        String title,

        @NotNull TaskType taskType,
        @NotNull SubjectType subjectType,
        @Nullable UUID subjectId,

        @Schema(description = "Needed for the subject NONE; of the others the area is their own") @Nullable
        AreaCode areaCode,

        @NotNull UUID assigneeAppointmentId,
        @Nullable @Size(max = 500) String note,
        @NotNull TaskPriority priority,
        @NotNull LocalDate startOn,
        @NotNull LocalDate dueOn,

        @Schema(description = "Only for work measured in hours; on dueOn in Asia/Shanghai") @Nullable
        Instant dueAt,

        @Nullable Instant clientTime,
        @Nullable UUID deviceId)
        implements AssignForm {

    @Override
    public List<TaskForm> all() {
        return List.of(this);
    }

    @Override
    public String path(int index) {
        return "";
    }
}
