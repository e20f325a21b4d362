package org.shouwang.monitoring.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does to a letter.
 *
 * @param text the answer, the reason or the note
 * @param dueOn the deadline for another answer
 * @param files with the answer
 */
record LetterAct(
        UUID id,
        LetterActKind kind,
        @Nullable String text,
        @Nullable LocalDate dueOn,
        @Nullable List<UUID> files) {

    static LetterAct of(UUID id, LetterActKind kind) {
        return new LetterAct(id, kind, null, null, null);
    }
}
