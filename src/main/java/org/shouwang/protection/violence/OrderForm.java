package org.shouwang.protection.violence;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.protection.violence.OrderCodes.OrderApplicant;
import org.shouwang.protection.violence.OrderCodes.OrderMeasure;

/** What is known of a protection order (人身安全保护令). Sent again with more, it is completed; what is left out stays. */
@Schema(name = "ProtectionOrderForm")
record OrderForm(
        @Schema(description = "The order of the same case that it extends (延长)") @Nullable
        UUID extendsId,

        @NotNull LocalDate appliedOn,

        @Schema(description = "When the court accepted the application; its time to decide runs from then") @Nullable
        Instant acceptedAt,

        @NotNull OrderApplicant appliedBy,

        @Schema(description = "In an emergency the court decides in 24 hours, else in 72") @Nullable
        Boolean urgent,

        @Schema(description = "The court refused it") @Nullable
        LocalDate refusedOn,

        @Size(max = WarningLetterForm.NUMBER) @Nullable String orderNo,
        @Nullable List<@NotNull OrderMeasure> measures,

        @Schema(description = "The day it was made") @Nullable
        LocalDate validFrom,

        @Schema(description = "At most six months after validFrom, which it is without it") @Nullable
        LocalDate validTo,

        @Schema(description = "When it was served, also to the village committee") @Nullable
        LocalDate servedOn,

        @Schema(description = "The court took it back") @Nullable
        LocalDate endedOn,

        @Schema(description = "It was entered by mistake: it stays visible and asks for nothing") @Nullable
        Boolean mistaken) {

    @Override
    public String toString() {
        return "***";
    }
}
