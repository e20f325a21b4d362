package org.shouwang.monitoring.bulletin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bulletin as the committee office drafts it; all figures come from the system. */
@Schema(name = "BulletinForm")
record BulletinForm(
        @NotNull @Schema(description = "The collection period; its area is the bulletin's")
        UUID periodId,

        @Schema(description = "Whether units are ranked (排名); without it they are not") @Nullable
        Boolean ranked,

        @Size(max = 4000) @Schema(description = "Before the figures", examples = "现将本季度两规划实施情况通报如下") @Nullable
        String opening,

        @Size(max = 4000) @Schema(description = "After the figures", examples = "请未达标指标的牵头单位认真整改") @Nullable
        String closing,

        @Schema(description = "The issued bulletin of the same period in whose place this one comes (更正通报)") @Nullable
        UUID replaces) {}
