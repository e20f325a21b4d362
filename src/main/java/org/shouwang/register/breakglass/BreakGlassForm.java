package org.shouwang.register.breakglass;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.staff.grant.Grants;

/** Why and for how long somebody must read a child's file outside the own area. */
@Schema(name = "BreakGlassForm")
record BreakGlassForm(
        @NotNull UUID id,

        @NotNull @Size(min = 10, max = 500) @Schema(description = "Read by the privacy officer of the child's area")
        String reason,

        @NotNull @Min(1) @Max(24) @Schema(description = "Hours until it ends by itself")
        Integer hours) {

    /** Blanks around a reason are no part of it. */
    @SuppressWarnings("NullAway") // what the client left out is refused after this
    BreakGlassForm {
        reason = reason == null ? null : reason.strip();
    }

    Grants.Wish wish(UUID childId) {
        return new Grants.Wish(id, childId, reason, hours);
    }

    @Override
    public String toString() {
        return "***";
    }
}
