package org.shouwang.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/** A version of the follow-up policy (随访标准) of an area as its office decides it. */
@Schema(name = "FollowUpPolicyForm")
record PolicyForm(
        @NotNull
        @Schema(
                description =
                        "Whose standard it is: it holds there and below, where no nearer area has one; no village")
        AreaCode areaCode,

        @NotBlank @Size(max = 100) @Schema(examples = "陈仓区儿童随访标准（2027年）")
        String name,

        @Pattern(regexp = "(?s).*\\S.*")
        @Size(max = 50)
        @Schema(description = "文号", examples = "陈民发〔2026〕12号")
        @Nullable
        String documentNumber,

        @NotNull @Schema(description = "First day, tomorrow or later; it holds until the next version of the area")
        LocalDate validFrom,

        @NotNull
        @Size(min = 5, max = 5)
        @Schema(
                description =
                        "Each risk level once; a graver one never asks for less, and none for less than half of what the standard asks")
        List<@NotNull @Valid PolicyLevel> levels,

        @NotNull
        @Size(max = 50)
        @Schema(description = "May be empty: what is not named keeps the floor of the standard")
        List<@NotNull @Valid CategoryFloor> categoryFloors,

        @NotNull @Valid @Schema(description = "Until when a child is visited first after its file was made")
        Span newFileFirstVisit) {

    /** What is decided, once {@link PolicyRules} have found nothing. */
    FollowUpPolicy policy() {
        return new FollowUpPolicy(
                levels.stream()
                        .map(PolicyLevel::row)
                        .collect(Collectors.toMap(LevelPolicy::riskLevel, Function.identity())),
                FollowUpPolicy.floors(categoryFloors.stream()
                        .collect(Collectors.toMap(CategoryFloor::categoryCode, CategoryFloor::riskLevel))),
                newFileFirstVisit);
    }
}
