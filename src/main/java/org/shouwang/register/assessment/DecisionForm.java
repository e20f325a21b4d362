package org.shouwang.register.assessment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.register.child.RiskLevel;

/** The word of whoever coordinates about a lower level. */
@Schema(name = "AssessmentDecision")
record DecisionForm(
        @NotNull UUID id,
        @NotNull Boolean accepted,

        @Schema(description = "The child's level as whoever decides saw it; refused when it is another one meanwhile")
        @NotNull
        RiskLevel fromLevel,

        @Schema(description = "Why; a refusal says it") @Size(max = 500) @Nullable
        String reason) {

    RequestHash hash() {
        return RequestHash.of(this);
    }

    @Override
    public String toString() {
        return "***";
    }
}
