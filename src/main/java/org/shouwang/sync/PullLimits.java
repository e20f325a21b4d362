package org.shouwang.sync;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What a phone that pulls keeps to. */
@Singleton
class PullLimits implements KnownLimits {

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit("pullChanges", PullChanges.MOST, "`limit` of a page of the feed; more is 422"),
                Limit.days(
                        "sentLog",
                        DecidePull.SENT_IS_KEPT,
                        "A phone keeps what was acknowledged for so long, and sends it again after `resendFrom`"));
    }
}
