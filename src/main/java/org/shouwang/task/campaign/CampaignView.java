package org.shouwang.task.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.http.Answers;
import org.shouwang.task.CampaignCounts.Totals;

@Schema(name = "Campaign", description = "A campaign (专项行动): one task for each child or household that matches")
record CampaignView(
        UUID id,
        int version,
        String name,
        CampaignKind kind,
        CampaignSeason season,
        @Nullable ThemeCode themeCode,

        @Schema(description = "As they were named") List<AreaCode> areaScope,

        CampaignSubject subjectType,
        SubjectFilter subjectFilter,
        LocalDate startOn,
        LocalDate endOn,
        TaskTemplate taskTemplate,
        @Nullable UUID organisationId,

        @Schema(description = "The post that began it") UUID organiserAppointmentId,

        RoleCode organiserRole,
        CampaignStatus status,

        @Schema(
                description =
                        "When all who match had been looked through once: before, more tasks are coming. Whoever comes later is found"
                                + " the next morning")
        @Nullable
        Instant tasksMadeAt,

        @Schema(description = "Tasks in all areas, cancelled ones left out; only where one campaign is read") @Nullable
        Integer taskTotal,

        @Schema(description = "Of them: done") @Nullable Integer taskDone,

        @Nullable Instant closedAt,
        @Nullable String closeReason,
        Instant createdAt,
        Instant updatedAt)
        implements Answers.Versioned {

    static CampaignView of(StoredCampaign campaign, @Nullable Totals totals, LocalDate today) {
        CampaignForm facts = campaign.facts();
        return new CampaignView(
                campaign.id(),
                campaign.version(),
                facts.name(),
                facts.kind(),
                facts.season(),
                facts.themeCode(),
                facts.areaScope(),
                facts.subjectType(),
                facts.subjectFilter(),
                facts.startOn(),
                facts.endOn(),
                facts.taskTemplate(),
                facts.organisationId(),
                campaign.organiser(),
                campaign.organiserRole(),
                campaign.days().status(campaign.isClosed(), today),
                campaign.tasksMadeAt(),
                totals == null ? null : totals.tasks(),
                totals == null ? null : totals.done(),
                campaign.closedAt(),
                campaign.closeReason(),
                campaign.createdAt(),
                campaign.updatedAt());
    }
}
