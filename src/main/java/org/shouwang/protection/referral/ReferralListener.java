package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/** A room whose records follow what becomes of a referral. Told in the session and transaction of each move. */
public interface ReferralListener {

    /**
     * Follows a move.
     *
     * @param acting the post of {@code caller} that moved it
     */
    Uni<Void> moved(ReferralMove move, Caller caller, Post acting);
}
