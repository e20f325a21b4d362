package org.shouwang.register.assessment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.register.child.RiskLevel;

/** An assessment by a model: answers, and what the assessor makes of them. */
@Schema(name = "AssessmentForm")
record AssessmentForm(
        @NotNull UUID id,

        @Schema(examples = "CHILD-1") @NotNull @Size(max = VERSION)
        String modelVersion,

        @Schema(
                description =
                        "Every question of the model's emergency screen; after one yes nothing else need be answered, and an"
                                + " incident is opened")
        @NotNull
        @Size(max = 50)
        Map<String, @NotNull Boolean> emergencyAnswers,

        @Schema(description = "Each item's score; one that is left out is unknown") @Size(max = 100) @Nullable
        Map<String, @Nullable Integer> itemScores,

        @Schema(description = "Why an item is unknown, for each that is") @Size(max = 100) @Nullable
        Map<String, @NotNull @Size(max = SHORT) String> unknownReasons,

        @Schema(description = "Another level than the computed one; a lower one waits for the coordinator's word")
        @Nullable
        RiskLevel overrideLevel,

        @Size(max = LONG) @Nullable String overrideReason,
        @NotNull LocalDate assessedOn) {

    static final int VERSION = 20;
    static final int SHORT = 200;
    static final int LONG = 500;

    RequestHash hash() {
        return RequestHash.of(this);
    }

    /** Whether it says yes to a question that there is. */
    boolean isEmergency() {
        return !signs().isEmpty();
    }

    /** The level that the assessor thinks right. */
    RiskLevel wanted(Score score) {
        return overrideLevel == null ? score.level() : overrideLevel;
    }

    /** Of the items that are known. */
    Map<String, Integer> scores() {
        return itemScores == null
                ? Map.of()
                : itemScores.entrySet().stream()
                        .filter(item -> item.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, item -> Objects.requireNonNull(item.getValue())));
    }

    /** What the emergency screen says yes to. */
    Set<EmergencySign> signs() {
        return Arrays.stream(EmergencySign.values())
                .filter(sign -> Boolean.TRUE.equals(emergencyAnswers.get(sign.name())))
                .collect(Collectors.toSet());
    }

    Map<String, String> reasons() {
        return unknownReasons == null ? Map.of() : unknownReasons;
    }

    @Override
    public String toString() {
        return "***";
    }
}
