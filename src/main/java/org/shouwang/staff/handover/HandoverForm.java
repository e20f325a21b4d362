package org.shouwang.staff.handover;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "HandoverForm", description = "A post that ends, and who goes on with its work")
record HandoverForm(
        @NotNull UUID id,
        @NotNull UUID fromAppointmentId,

        @Schema(
                description = "In force, in the same role or one that can do its work, over the same area."
                        + " While the post is vacant it is left out: whoever confirms takes over")
        @Nullable
        UUID toAppointmentId,

        @NotNull EndReason endReason,

        @Schema(description = "The last day in office, today without it; not in the future") @Nullable
        LocalDate endedOn) {

    @Override
    public String toString() {
        return "***";
    }
}
