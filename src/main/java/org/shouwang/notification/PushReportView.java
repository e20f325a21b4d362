package org.shouwang.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of pushes (推送送达情况), in numbers. */
@Schema(name = "PushReport")
record PushReportView(LocalDate from, LocalDate to, List<Channel> channels, List<Line> lines) {

    /** A way to phones. */
    @Schema(name = "PushChannel")
    record Channel(
            String channel,

            @Schema(description = "Whether the server has all that the provider asks for")
            boolean setUp,

            @Schema(description = "Since when an administrator keeps it closed") @Nullable
            Instant closedAt,

            @Nullable String reason) {

        static Channel of(String channel, boolean setUp, PushChannels.@Nullable Closed closed) {
            return closed == null
                    ? new Channel(channel, setUp, null, null)
                    : new Channel(channel, setUp, closed.at(), closed.reason());
        }
    }

    /** Deliveries to one sort of phones over one channel; over SMS the notices that messages told of. */
    @Schema(name = "PushReportLine")
    record Line(
            String channel,
            String platform,

            @Schema(description = "Taken by the provider. Whether it reached the phone is never known")
            int accepted,

            @Schema(description = "Of these, how many were read in the app since")
            int opened,

            int waiting,

            @Schema(description = "Not sent, since there was nothing to tell any more")
            int stale,

            @Schema(description = "Refused for good; see the push failures")
            int dead)
            implements Comparable<Line> {

        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::channel).thenComparing(Line::platform);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }
}
