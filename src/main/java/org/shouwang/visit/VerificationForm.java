package org.shouwang.visit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.visit.VisitCodes.Verdict;

/** What a coordinator found of a visit (核查). */
@Schema(name = "VisitVerificationForm")
record VerificationForm(
        @NotNull UUID id,
        @NotNull Verdict verdict,

        @Schema(description = "Needed for a return: what has to be corrected") @Size(max = 500) @Nullable
        String comment) {

    @Override
    public String toString() {
        return "***";
    }
}
