package org.shouwang.task.campaign;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.RiskLevel;

/** Which children a campaign is about; what is not given holds for all. */
@Schema(name = "CampaignSubjectFilter", description = "Children with an open file who meet all that is given")
record SubjectFilter(
        @Size(max = 20)
        @Schema(
                description =
                        "Of any of these categories, claimed ones too; none of class R, since a visit would tell the village")
        @Nullable
        List<@NotNull CategoryCode> categoryCodes,

        @Size(max = 5) @Schema(description = "Of any of these levels; who was not assessed counts as HIGH") @Nullable
        List<@NotNull RiskLevel> riskLevels,

        @Schema(
                description = "At least so many completed years on the day on which the task is made",
                minimum = "0",
                maximum = "17")
        @Nullable
        Integer ageFrom,

        @Schema(description = "At most so many", minimum = "0", maximum = "17") @Nullable
        Integer ageTo) {

    List<CategoryCode> categories() {
        return categoryCodes == null ? List.of() : categoryCodes;
    }

    List<RiskLevel> levels() {
        return riskLevels == null ? List.of() : riskLevels;
    }
}
