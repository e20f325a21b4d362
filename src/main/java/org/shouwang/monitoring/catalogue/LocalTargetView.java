package org.shouwang.monitoring.catalogue;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Answers;

@Schema(name = "LocalIndicatorTarget", description = "A target that an area decided for itself")
record LocalTargetView(
        UUID id,
        int version,
        String indicatorCode,
        TargetView target,

        @Schema(description = "Whether its plan is the one by which the area is assessed")
        boolean binding,

        Instant decidedAt,

        @Schema(description = "The target that this one replaced") @Nullable
        UUID replaces,

        @Schema(description = "The target that has replaced this one") @Nullable
        UUID replacedBy)
        implements Answers.Versioned {

    static LocalTargetView of(LocalTarget stored) {
        return new LocalTargetView(
                stored.id(),
                stored.version(),
                stored.indicatorCode(),
                TargetView.of(stored.target()),
                stored.binding(),
                stored.decidedAt(),
                stored.replaces(),
                stored.replacedBy());
    }
}
