package org.shouwang.visit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.visit.VisitCodes.VerifyStatus;

/** What became of the verification of a visit (核查). */
@Schema(name = "VisitVerified")
record VerifiedView(
        VerifyStatus verifyStatus,

        @Schema(description = "Appointment under which it was verified or returned") @Nullable
        UUID verifiedBy,

        @Nullable Instant verifiedAt,

        @Schema(description = "Only for those who see the household's part, and for the author") @Nullable
        String verifyComment) {

    static VerifiedView of(Visit visit, boolean withComment) {
        return new VerifiedView(
                visit.verifyStatus, visit.verifiedBy, visit.verifiedAt, withComment ? visit.verifyComment : null);
    }

    @Override
    public String toString() {
        return "***";
    }
}
