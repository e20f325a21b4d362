package org.shouwang.task.plan;

import java.time.Instant;
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
 * @param onFile whether its file is active, also while it is on its way to another village
 * @param categories those that hold, claimed ones too: what is not decided is not harmless
 * @param since when the file became active, last
 * @param raisedAt when the level rose to what it is or above, unless it fell below since, or the file became active
 * @param closelySince since when it is HIGH or CRITICAL without a break
 * @param visit the last home visit that counts
 * @param contact the last one that reached somebody
 * @param pauses in the order of their days, without those that ended before they began
 */
public record Followed(
        UUID childId,
        AreaCode areaCode,
        boolean onFile,
        RiskLevel level,
        Set<CategoryCode> categories,
        Instant since,
        @Nullable Instant raisedAt,
        @Nullable Instant closelySince,
        Optional<Happened> visit,
        Optional<Happened> contact,
        Optional<Happened> assessment,
        List<Pause> pauses) {

    public Followed {
        categories = Set.copyOf(categories);
        pauses = List.copyOf(pauses);
    }

    boolean isFollowedClosely() {
        return level == RiskLevel.CRITICAL || level == RiskLevel.HIGH;
    }
}
