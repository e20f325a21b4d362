package org.shouwang.notification;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What an inbox keeps to. */
@Singleton
class InboxLimits implements KnownLimits {

    private final StreamConfig config;

    InboxLimits(StreamConfig config) {
        this.config = config;
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                Limit.days("notificationKept", ForgetNotices.KEPT, "Notifications leave the inbox after so long"),
                new Limit(
                        "streamsOfWorker",
                        config.perWorker(),
                        "Streams of the inbox that one worker has open; an older one ends"));
    }
}
