package org.shouwang.policy;

import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As on which level a child of a category is followed at least. */
@Schema(name = "CategoryFloor")
record CategoryFloor(
        @NotNull @Schema(description = "A code of `CategoryCode`")
        String categoryCode,

        @NotNull @Schema(description = "A code of `RiskLevel`")
        String riskLevel) {

    static List<CategoryFloor> of(FollowUpPolicy policy) {
        return policy.categoryFloors().entrySet().stream()
                .map(floor -> new CategoryFloor(floor.getKey(), floor.getValue()))
                .sorted(Comparator.comparing(CategoryFloor::categoryCode))
                .toList();
    }
}
