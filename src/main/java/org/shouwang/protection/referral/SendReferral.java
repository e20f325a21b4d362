package org.shouwang.protection.referral;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Result;

/** Sends a referral, once. */
@Singleton
public class SendReferral {

    /**
     * The same for another room, inside the transaction that it has opened, with the same checks.
     *
     * @param acting the post of {@code caller} that asks and gets the answer
     * @return the referral's id, also when the same was asked before
     */
    public Uni<Result<UUID>> sendFor(Ask ask, Caller caller, Post acting) {
        throw new UnsupportedOperationException("follows");
    }
}
