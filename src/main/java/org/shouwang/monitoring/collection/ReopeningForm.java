package org.shouwang.monitoring.collection;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Opens a period again that was closed. */
@Schema(name = "CollectionPeriodReopeningForm")
record ReopeningForm(
        @NotNull @Schema(description = "Made by the client, once")
        UUID id,

        @NotBlank @Size(max = 200) @Schema(examples = "卫健局年报数据延后")
        String reason,

        @NotNull @Schema(description = "Until this day, included, units report now")
        LocalDate dueOn) {}
