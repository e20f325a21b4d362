package org.shouwang.staff.handover;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "TakeoverForm", description = "A post that is filled again, and who stood in while it was vacant")
record TakeoverForm(
        @NotNull UUID id,

        @Schema(description = "The post that is filled again, in force") @NotNull
        UUID toAppointmentId,

        @Schema(description = "The post above that stood in. Without it only what belongs to nobody is taken over")
        @Nullable
        UUID fromAppointmentId) {

    @Override
    public String toString() {
        return "***";
    }
}
