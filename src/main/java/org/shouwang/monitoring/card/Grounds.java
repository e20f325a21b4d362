package org.shouwang.monitoring.card;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a card is there, as it is stored.
 *
 * @param valueVersion of the value; 0 where it is missing
 */
record Grounds(
        CardRule rule,
        String reasonZh,
        String reasonEn,
        @Nullable UUID valueId,
        int valueVersion) {}
