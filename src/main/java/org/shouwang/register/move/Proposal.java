package org.shouwang.register.move;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Post;

/**
 * Children of one household who are said to have moved away.
 *
 * @param visitId the visit that heard it: it opens one proposal at most
 * @param place where to, as far as it was said; null when nobody knows
 * @param acting the visitor's post
 */
public record Proposal(
        UUID visitId,
        UUID householdId,
        Set<UUID> childIds,
        @Nullable String place,
        Post acting,
        UUID workerId,
        Instant at) {

    public Proposal {
        childIds = Set.copyOf(childIds);
    }

    @Override
    public String toString() {
        return "***";
    }
}
