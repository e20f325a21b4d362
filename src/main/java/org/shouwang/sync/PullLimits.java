package org.shouwang.sync;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;
import org.shouwang.platform.feed.FeedWindow;

/** What a phone that pulls keeps to. */
@Singleton
class PullLimits implements KnownLimits {

    @Override
    public List<Limit> limits() {
        Stream<Limit> pulls = Stream.of(
                new Limit("pullChanges", PullChanges.MOST, "`limit` of a page of the feed; more is 422"),
                Limit.days(
                        "sentLog",
                        DecidePull.SENT_IS_KEPT,
                        "A phone keeps what was acknowledged for so long, and sends it again after `resendFrom`"),
                Limit.period("removals", FeedWindow.REMOVALS, "Whoever did not pull for so long pulls from the start"));
        return Stream.concat(pulls, Stream.of(FeedWindow.values()).map(PullLimits::window))
                .toList();
    }

    private static Limit window(FeedWindow window) {
        return Limit.period(
                window.kind() + "Window",
                window.length(),
                "Closed records of kind `" + window.kind() + "` stay on phones for so long, by the server's date");
    }
}
