package org.shouwang.register.child;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A category that somebody claims for a child. */
@Schema(name = "CategoryForm")
record CategoryForm(
        @NotNull CategoryCode categoryCode,
        @NotNull LocalDate startDate,

        @Size(max = 100) @Schema(description = "What OTHER_LOCAL stands for") @Nullable
        String otherText) {

    ChildForm.Category claim(UUID id) {
        return new ChildForm.Category(id, categoryCode, startDate, otherText);
    }

    @Override
    public String toString() {
        return "***";
    }
}
