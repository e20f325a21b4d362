package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a room has to say in the daily summary (每日汇总). Both questions must cost what is due, not who exists.
 */
public interface SummarySource {

    /** Workers who have something on this day. */
    Uni<Set<UUID>> workers(Day day);

    /** What there is for these workers now; nothing for whom nothing is left. */
    Uni<List<Line>> lines(Day day, Collection<UUID> workers);

    /**
     * A day of summaries.
     *
     * @param since the moment until which the summary before counted
     * @param until the moment until which this one counts
     */
    record Day(LocalDate day, Instant since, Instant until) {}

    /**
     * One line of a worker's summary.
     *
     * @param appointmentId the post for which it is told
     * @param kind its words stand in the message bundles under {@code summary.<kind>}
     */
    record Line(UUID workerId, UUID appointmentId, String kind, int count) {}
}
