package org.shouwang.monitoring.card;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.card.Finding.Judged;

/**
 * Why a card is there, as it is stored.
 *
 * @param valueVersion of the value; 0 where it is missing
 */
record Grounds(
        CardRule rule,
        Optional<Judged> judged,
        String reasonZh,
        String reasonEn,
        @Nullable UUID valueId,
        int valueVersion) {}
