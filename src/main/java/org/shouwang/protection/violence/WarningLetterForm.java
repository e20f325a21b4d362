package org.shouwang.protection.violence;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a warning letter (告诫书). Sent again with more, it is completed; what is left out stays. */
@Schema(name = "WarningLetterForm")
record WarningLetterForm(
        @Size(max = NUMBER) @Nullable String letterNo,
        @NotNull LocalDate issuedOn,

        @Schema(description = "When the village committee was notified: the visit is due from then") @Nullable
        LocalDate villageNotifiedOn,

        @Schema(description = "It was entered by mistake: it stays visible and asks for nothing") @Nullable
        Boolean mistaken) {

    /** Characters of the number of a letter or an order. */
    static final int NUMBER = 50;

    @Override
    public String toString() {
        return "***";
    }
}
