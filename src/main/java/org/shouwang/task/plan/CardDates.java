package org.shouwang.task.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.LocalDays;
import org.shouwang.policy.FollowUpPolicy;

/** Dates of a child's follow-up that are no task: they stand on its card (roles and law, section 4). */
public final class CardDates {

    private CardDates() {}

    /**
     * Until when somebody should call: counted from the last visit or call that reached somebody, or from the opening of the file.
     * Nothing for a closed file, nor at HIGH and CRITICAL, where the call is a task.
     */
    public static Optional<LocalDate> nextContact(Followed child, FollowUpPolicy policy) {
        if (!child.onFile() || child.isFollowedClosely()) {
            return Optional.empty();
        }
        LocalDate since = LocalDays.of(child.since());
        LocalDate last = Stream.of(child.visit(), child.contact())
                .flatMap(Optional::stream)
                .map(Happened::day)
                .filter(day -> day.isAfter(since))
                .max(Comparator.naturalOrder())
                .orElse(since);
        return Optional.of(last.plusDays(policy.at(child.level().name()).contactDays()));
    }
}
