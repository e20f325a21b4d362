package org.shouwang.monitoring.supervision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** One thing that a plan puts right: by a person and in a post (任务到人、责任到岗). */
@Schema(name = "RectificationItemForm")
record ItemForm(
        @NotNull ItemType itemType,
        @NotBlank @Size(max = 500) String problem,
        @NotBlank @Size(max = 500) String cause,
        @NotBlank @Size(max = 1000) String measure,

        @NotBlank @Size(max = 50) @Schema(description = "任务到人")
        String responsiblePerson,

        @NotBlank @Size(max = 50) @Schema(description = "责任到岗", examples = "学前教育股股长")
        String responsiblePost,

        @Size(max = 200) @Schema(description = "选址; of a PROJECT") @Nullable
        String projectSite,

        @Size(max = 500) @Schema(description = "建设时序; of a PROJECT") @Nullable
        String schedule,

        @Schema(description = "For which place; of an AREA_MEASURE") @Nullable
        AreaCode areaCode,

        @NotNull LocalDate dueOn,

        @NotNull @Size(min = 1, max = 20) @Schema(description = "In the order of their days")
        List<@NotNull @Valid MilestoneForm> milestones) {

    @Override
    public String toString() {
        return "***";
    }
}
