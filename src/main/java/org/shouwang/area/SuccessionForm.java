package org.shouwang.area;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.platform.AreaCode;

@Schema(name = "AreaSuccessionForm", description = "An area is merged into another, or gets another code")
record SuccessionForm(
        @NotNull UUID id,
        @NotNull AreaCode successor,

        @NotNull @Schema(description = "First day of the successor; the area ends the day before")
        LocalDate on) {}
