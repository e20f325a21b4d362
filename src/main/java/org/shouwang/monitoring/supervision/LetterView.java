package org.shouwang.monitoring.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.card.CardColour;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.http.Answers;

@Schema(name = "SupervisionLetter", description = "A supervision letter (督办函): what a unit is asked because of a card")
record LetterView(
        UUID id,
        int version,
        UUID cardId,
        AreaCode areaCode,
        UUID unitId,
        String unitName,
        String indicatorCode,
        LetterStatus status,

        @Schema(description = "Of the card") CardColour colour,

        @Schema(description = "What the unit is asked to do")
        String content,

        @Schema(description = "From the issue to the deadline")
        int days,

        @Schema(description = "Running per office and year; absent while it is a draft", examples = "妇儿工委督〔2026〕3号")
        @Nullable
        String letterNo,

        @Nullable LocalDate issuedOn,

        @Schema(description = "Until when an answer is owed") @Nullable
        LocalDate rectifyDueOn,

        @Schema(description = "Why the card was given, as it was at the issue") @Nullable
        String reasonZh,

        @Nullable String reasonEn,

        @Schema(description = "The value at the issue; absent where it was missing") @Nullable
        BigDecimal value,

        @Schema(description = "What the year asks for", examples = "≥ 85") @Nullable
        String yearTarget,

        @Schema(description = "Gap in per cent of the target") @Nullable
        BigDecimal gapPercent,

        @Nullable Instant signedForAt,

        @Schema(description = "The last answer of the unit") @Nullable
        String replyText,

        @Nullable Instant replyAt,

        @Schema(description = "Evidence files with the last answer") @Nullable
        List<UUID> replyFileIds,

        @Schema(description = "Why the last answer was not accepted") @Nullable
        String reviewReason,

        @Schema(description = "Its deadline has passed and the answer is owed")
        boolean overdue,

        @Schema(description = "约谈: a deadline of it has passed without an answer")
        boolean interview,

        @Schema(description = "When the unit was last interviewed about it") @Nullable
        LocalDate interviewedOn,

        @Schema(description = "问责") @Nullable LocalDate accountabilityOn,

        @Nullable String accountabilityNote,
        @Nullable LocalDate closedOn,

        @Schema(description = "All that was done, the earliest first; only of a single letter") @Nullable
        List<SupervisionActView> history)
        implements Answers.Versioned {

    /** As it stands on a day. */
    static LetterView of(Letter letter, LocalDate day, @Nullable List<SupervisionActView> history) {
        return new LetterView(
                letter.id(),
                letter.version(),
                letter.cardId(),
                letter.area(),
                letter.unitId(),
                letter.unitName(),
                letter.indicatorCode(),
                letter.status(),
                letter.colour(),
                letter.content(),
                letter.days(),
                letter.letterNo(),
                letter.issuedOn(),
                letter.dueOn(),
                letter.reasonZh(),
                letter.reasonEn(),
                letter.value(),
                letter.yearTarget(),
                letter.gapPercent(),
                letter.signedForAt(),
                letter.replyText(),
                letter.repliedAt(),
                letter.replyFiles(),
                letter.reviewReason(),
                letter.isOverdue(day),
                letter.isMissed(day),
                letter.interviewedOn(),
                letter.accountabilityOn(),
                letter.accountabilityNote(),
                letter.closedOn(),
                history);
    }
}
