package org.shouwang.task.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A campaign as an office begins it (data dictionary 12.2). */
@Schema(name = "CampaignForm")
record CampaignForm(
        @NotBlank @Size(max = 80) @Schema(description = "Names no child", examples = "2027年暑期防溺水专项行动")
        String name,

        @NotNull CampaignKind kind,
        @NotNull CampaignSeason season,
        @Nullable ThemeCode themeCode,

        @NotEmpty
        @Size(max = 50)
        @Schema(description = "With all below, as far as the caller's post runs it; one post runs them all")
        List<@NotNull AreaCode> areaScope,

        @NotNull CampaignSubject subjectType,
        @NotNull @Valid SubjectFilter subjectFilter,

        @NotNull
        @Schema(description = "A home visit from this day on counts, also one before the campaign was recorded")
        LocalDate startOn,

        @NotNull @Schema(description = "The last day; today or later")
        LocalDate endOn,

        @NotNull @Valid TaskTemplate taskTemplate,

        @Schema(description = "In whose name (发起单位), where it is not plain from the post") @Nullable
        UUID organisationId) {}
