package org.shouwang.monitoring.card;

import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.AreaCode;

/**
 * A card as its letter tells of it.
 *
 * @param issued whether a letter may go out for it: it was issued, and nothing has followed yet
 * @param figures empty where its value is missing
 */
public record LetteredCard(
        UUID id,
        AreaCode area,
        UUID unitId,
        String unitName,
        String indicatorCode,
        CardColour colour,
        boolean issued,
        String reasonZh,
        String reasonEn,
        Optional<CardFigures> figures) {}
