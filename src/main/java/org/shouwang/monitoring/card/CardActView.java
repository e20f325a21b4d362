package org.shouwang.monitoring.card;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CardAct", description = "What was done to a card, by the rules or by a person")
record CardActView(
        CardActKind kind,
        Instant at,

        @Schema(description = "Of what the rules asked for") @Nullable
        CardColour colour,

        @Nullable String ruleCode,
        @Nullable String reasonZh,

        @Schema(description = "A person's reason stands as it was written") @Nullable
        String reasonEn) {}
