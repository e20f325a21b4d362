package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.shouwang.platform.alarm.Alarm;

/** For how long an administrator has kept a channel closed: after a day what waited for it is lost. */
@Singleton
class ClosedChannels implements Alarm {

    private final PushChannels channels;
    private final Clock clock;

    ClosedChannels(PushChannels channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "push-closed";
    }

    @Override
    public Duration limit() {
        return Delivery.STALE_AFTER;
    }

    @Override
    public Uni<Duration> age() {
        Instant now = clock.instant();
        return channels.all().map(all -> all.stream()
                .map(PushReportView.Channel::closedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO));
    }
}
