package org.shouwang.monitoring.supervision;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to be reached by a day (每一个时间节点的量化目标). */
@Schema(name = "MilestoneForm")
record MilestoneForm(
        @NotNull LocalDate dueOn,

        @NotNull @Digits(integer = 12, fraction = 4) @Schema(examples = "300")
        BigDecimal target,

        @NotBlank @Size(max = 20) @Schema(description = "In what it is counted", examples = "个学位")
        String unit) {}
