package org.shouwang.monitoring.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(
        name = "Card",
        description = "A yellow or red card (黄牌、红牌): proposed by a rule, decided on by the committee office")
record CardView(
        UUID id,
        int version,
        UUID responsibilityId,
        UUID periodId,
        AreaCode areaCode,
        UUID unitId,
        String unitName,
        String indicatorCode,
        CardColour colour,
        CardStatus status,

        @Schema(description = "The rule that asks for it; HAND for one that was given by hand")
        String ruleCode,

        @Schema(description = "Why, with the figures") String reasonZh,

        String reasonEn,

        @Schema(description = "The value for which it is; absent where that is missing") @Nullable
        UUID valueId,

        Instant proposedAt,
        @Nullable LocalDate issuedOn,

        @Schema(description = "When it was dismissed, taken back, cleared, upgraded or revoked") @Nullable
        LocalDate endedOn,

        @Schema(description = "The red card that followed") @Nullable
        UUID upgradedTo,

        @Schema(
                description =
                        "Since when the rules would not ask for it any more, as figures were corrected; for offices")
        @Nullable
        Instant notedAt,

        @Schema(description = "All that was done, the earliest first; only of a single card") @Nullable
        List<CardActView> history)
        implements Answers.Versioned {

    static CardView of(Card card, @Nullable List<CardActView> history) {
        return new CardView(
                card.id(),
                card.version(),
                card.responsibilityId(),
                card.periodId(),
                card.area(),
                card.unitId(),
                card.unitName(),
                card.indicatorCode(),
                card.colour(),
                card.status(),
                card.ruleCode(),
                card.reasonZh(),
                card.reasonEn(),
                card.valueId(),
                card.proposedAt(),
                card.issuedOn(),
                card.endedOn(),
                card.upgradedTo(),
                card.notedAt(),
                history);
    }

    /** For the unit: notes are for the office that decides. */
    CardView withoutNotes() {
        return new CardView(
                id,
                version,
                responsibilityId,
                periodId,
                areaCode,
                unitId,
                unitName,
                indicatorCode,
                colour,
                status,
                ruleCode,
                reasonZh,
                reasonEn,
                valueId,
                proposedAt,
                issuedOn,
                endedOn,
                upgradedTo,
                null,
                history == null
                        ? null
                        : history.stream()
                                .filter(act -> act.kind() != CardActKind.NOTE)
                                .toList());
    }
}
