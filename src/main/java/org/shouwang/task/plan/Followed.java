package org.shouwang.task.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.RiskLevel;

/**
 * What is known of one child that decides about its follow-up.
 *
 * @param onFile whether it is looked after under its file: also one that lacks facts, or is on its way to another village
 * @param level {@code HIGH} as long as nobody has assessed the child
 * @param categories those that hold, claimed ones too: what is not decided is not harmless
 * @param since when the file was made, or opened again
 * @param raisedAt when the level rose to what it is or above, unless it fell below since; also while the file was closed
 * @param closelySince since when it is HIGH or CRITICAL without a break
 * @param visit the last home visit that counts
 * @param promisedOn the day that a visitor named for the next visit, then or since; the day of arrival where it was over by then
 * @param contact the last one that reached somebody
 * @param poorCareAt when a visit arrived first, since the last assessment, that rated the care of the child as poor
 * @param pauses in the order of their days, without those that ended before they began
 */
public record Followed(
        UUID childId,
        AreaCode areaCode,
        boolean onFile,
        RiskLevel level,
        boolean assessed,
        Set<CategoryCode> categories,
        Instant since,
        @Nullable Instant raisedAt,
        @Nullable Instant closelySince,
        Optional<Happened> visit,
        @Nullable LocalDate promisedOn,
        Optional<Happened> contact,
        Optional<Happened> assessment,
        @Nullable Instant poorCareAt,
        List<Pause> pauses) {

    public Followed {
        categories = Set.copyOf(categories);
        pauses = List.copyOf(pauses);
    }

    boolean isFollowedClosely() {
        return level == RiskLevel.CRITICAL || level == RiskLevel.HIGH;
    }
}
