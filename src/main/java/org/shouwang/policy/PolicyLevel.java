package org.shouwang.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of the matrix as an office decides it, and as it is shown. */
@Schema(name = "PolicyLevel")
record PolicyLevel(
        @NotNull @Schema(description = "A code of `RiskLevel`")
        String riskLevel,

        @Min(1) @Max(400) @Schema(description = "A home visit at least every so many days")
        int homeVisitDays,

        @Min(1) @Max(400) @Schema(description = "A call or another contact at least every so many days")
        int contactDays,

        @Min(1) @Max(1100) @Schema(description = "A new assessment at least every so many days")
        int assessmentDays,

        @NotNull @Valid @Schema(description = "Until when a child is visited first after the level was set")
        Span firstVisit,

        @Min(1)
        @Max(100)
        @Schema(
                description =
                        "Days until a child is assessed first after its file was made or opened, or anew after a visit rated its care as poor; as in the standard where it is left out")
        @Nullable
        Integer firstAssessmentDays,

        @Min(0)
        @Max(100)
        @Schema(description = "Days before its due day on which a visit is to be done; less than `homeVisitDays`")
        int opensDaysBefore,

        @Min(0)
        @Max(100)
        @Schema(description = "Days after the due day on which the township coordinator is told; 0 is at once")
        int escalateTownshipAfterDays,

        @Min(0) @Max(200) @Schema(description = "The same for the county; absent where it is never told") @Nullable
        Integer escalateCountyAfterDays) {

    static PolicyLevel of(LevelPolicy row) {
        return new PolicyLevel(
                row.riskLevel(),
                row.homeVisitDays(),
                row.contactDays(),
                row.assessmentDays(),
                row.firstVisit(),
                row.daysToAssess(),
                row.opensDaysBefore(),
                row.escalateTownshipAfterDays(),
                row.escalateCountyAfterDays());
    }

    /** Apps of before know nothing of it. */
    int daysToAssess() {
        return firstAssessmentDays == null
                ? FollowUpPolicy.standard().at(riskLevel).daysToAssess()
                : firstAssessmentDays;
    }

    LevelPolicy row() {
        return new LevelPolicy(
                riskLevel,
                homeVisitDays,
                contactDays,
                assessmentDays,
                firstVisit,
                daysToAssess(),
                opensDaysBefore,
                escalateTownshipAfterDays,
                escalateCountyAfterDays);
    }
}
