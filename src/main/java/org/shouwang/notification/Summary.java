package org.shouwang.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.shouwang.notification.Notice.Push;
import org.shouwang.notification.SummarySource.Line;
import org.shouwang.platform.LocalDays;
import org.shouwang.staff.Posts.Holder;

/** The daily summary (每日汇总) as a notice. */
final class Summary {

    static final String EVENT = "daily-summary";

    /** After a morning without a server it comes later, but not in the quiet hours. */
    private static final LocalTime BEGINS = LocalTime.of(8, 30);

    private static final LocalTime ENDS = LocalTime.of(20, 0);

    private Summary() {}

    /** The day whose summaries are due at this moment, if any. */
    static Optional<LocalDate> day(Instant now) {
        LocalTime time = LocalTime.ofInstant(now, LocalDays.ZONE);
        return time.isBefore(BEGINS) || !time.isBefore(ENDS) ? Optional.empty() : Optional.of(LocalDays.of(now));
    }

    /**
     * One notice for each worker with anything to do in a post that is still held, under the first of these posts.
     *
     * @param holders who holds the posts of the lines today
     */
    static List<Notice> notices(LocalDate day, List<Line> lines, Map<UUID, Holder> holders) {
        Map<UUID, List<Line>> ofWorkers = new LinkedHashMap<>();
        lines.stream()
                .filter(line -> line.count() > 0)
                .filter(line -> isHeld(line, holders))
                .forEach(line -> ofWorkers
                        .computeIfAbsent(line.workerId(), worker -> new ArrayList<>())
                        .add(line));
        return ofWorkers.values().stream()
                .map(own -> notice(
                        day, own, Objects.requireNonNull(holders.get(own.get(0).appointmentId()))))
                .toList();
    }

    private static boolean isHeld(Line line, Map<UUID, Holder> holders) {
        Holder holder = holders.get(line.appointmentId());
        return holder != null && holder.workerId().equals(line.workerId());
    }

    private static Notice notice(LocalDate day, Collection<Line> lines, Holder holder) {
        Map<String, Integer> counts = new TreeMap<>();
        lines.forEach(line -> counts.merge(line.kind(), line.count(), Integer::sum));
        return new Notice(
                holder.workerId(),
                holder.workerNumber(),
                holder.post().appointmentId(),
                EVENT,
                day.toString(),
                Push.COLLECTED,
                "summary",
                holder.workerId(),
                day,
                counts);
    }
}
