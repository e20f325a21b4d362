package org.shouwang.monitoring.collection;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "IndicatorValueAct", description = "What was done to a value, with its figures where they changed")
record ValueActView(
        ValueActKind kind,
        MadeBy madeBy,
        Instant at,

        @Schema(description = "Of the value after it") int valueVersion,

        @Nullable String reason,
        @Nullable FiguresView figures,
        @Nullable BigDecimal value) {}
