package org.shouwang.policy;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** What one risk level asks for, as phones keep it. */
@Schema(name = "FollowUpPolicy")
record PolicyView(
        @Schema(description = "Holds in this area and below, but where an area below has records of its own")
        AreaCode areaCode,

        String riskLevel,

        @Schema(description = "A home visit is due so many days after the last one that met the child")
        int homeVisitDays,

        @Schema(description = "A call or another contact is due so many days after the last one")
        int contactDays,

        @Schema(description = "A new assessment is due so many days after the last one")
        int assessmentDays,

        @Schema(description = "Until when a child is visited first after the level was set")
        Span firstVisit,

        @Schema(
                description =
                        "Days until a child is assessed first after its file was made or opened, or anew after a visit rated its care as poor")
        int firstAssessmentDays,

        @Schema(description = "Days before its due day on which a visit is to be done")
        int opensDaysBefore,

        @Schema(description = "Days after the due day on which the township coordinator is told; 0 is at once")
        int escalateTownshipAfterDays,

        @Schema(description = "The same for the county; absent where it is never told") @Nullable
        Integer escalateCountyAfterDays,

        @Schema(description = "Children of these categories are followed at least as on this level")
        List<String> floorOf,

        @Schema(description = "Until when a child is visited first after its file was made, on every level")
        Span newFileFirstVisit,

        @Schema(description = "Whether a child whom nobody has assessed is followed as on this level")
        boolean ofUnassessed) {

    /** The level as which a child is followed whom nobody has assessed yet. */
    private static final String OF_UNASSESSED = "HIGH";

    static PolicyView of(AreaCode area, FollowUpPolicy policy, LevelPolicy level) {
        return new PolicyView(
                area,
                level.riskLevel(),
                level.homeVisitDays(),
                level.contactDays(),
                level.assessmentDays(),
                level.firstVisit(),
                level.daysToAssess(),
                level.opensDaysBefore(),
                level.escalateTownshipAfterDays(),
                level.escalateCountyAfterDays(),
                policy.categoryFloors().entrySet().stream()
                        .filter(floor -> floor.getValue().equals(level.riskLevel()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList(),
                policy.newFileFirstVisit(),
                level.riskLevel().equals(OF_UNASSESSED));
    }
}
