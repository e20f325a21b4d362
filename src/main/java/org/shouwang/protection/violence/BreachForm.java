package org.shouwang.protection.violence;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.protection.violence.OrderCodes.BreachReportedTo;

/** How a protection order was not kept (反家庭暴力法 art. 34). */
@Schema(name = "ProtectionOrderBreachForm")
record BreachForm(
        @NotNull UUID id,
        @NotNull LocalDate on,
        @NotBlank @Size(max = CaseAct.NOTE) String text,
        @NotEmpty List<@NotNull BreachReportedTo> reportedTo) {

    @Override
    public String toString() {
        return "***";
    }
}
