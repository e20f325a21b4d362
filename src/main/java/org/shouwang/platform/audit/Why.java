package org.shouwang.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody looked, where duty alone does not say it.
 *
 * @param reason as the worker wrote it; it may hold a name, so it is stored and never printed
 * @param grantId the grant that opened what the post does not
 */
public record Why(@Nullable String reason, @Nullable UUID grantId) {

    /** The ordinary look of a post at its own people. */
    public static final Why DUTY = new Why(null, null);

    public static Why because(String reason) {
        return new Why(reason, null);
    }

    @Override
    public String toString() {
        return "***";
    }
}
