package org.shouwang.protection.violence;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who was hurt (data dictionary 14.3): a child, or a grown-up woman of a household. */
@Schema(name = "ViolenceCaseForm")
record ViolenceCaseForm(
        @Schema(description = "The child's file; this or victimMemberId") @Nullable
        UUID victimChildId,

        @Schema(description = "A woman of a household, 18 or older; this or victimChildId") @Nullable
        UUID victimMemberId,

        @Schema(description = "An incident that is open to the caller") @Nullable
        UUID incidentId,

        @Schema(description = "What she wants (反家庭暴力法 art. 5); for a minor the legal duty prevails")
        @Size(max = WISH)
        @Nullable
        String victimWish,

        @Nullable Instant clientTime,
        @Nullable UUID deviceId) {

    /** Characters of the wish. */
    static final int WISH = 1000;

    @Override
    public String toString() {
        return "***";
    }
}
