package org.shouwang.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.sync.ChangesView.Change;

/** One page of a pull: which records it needs, and what it says of each. */
record FeedPage(Pull pull, List<FeedEntry> entries, boolean more) {

    FeedPage {
        entries = List.copyOf(entries);
    }

    /** Makes a page out of one entry more than was asked for. */
    static FeedPage of(Pull pull, List<FeedEntry> entries, int limit) {
        boolean more = entries.size() > limit;
        return new FeedPage(pull, more ? entries.subList(0, limit) : entries, more);
    }

    /** The records to load, by kind. */
    Map<String, Set<UUID>> wanted() {
        return entries.stream()
                .filter(entry -> entry.live() && entry.last())
                .collect(Collectors.groupingBy(
                        FeedEntry::kind, Collectors.mapping(FeedEntry::id, Collectors.toUnmodifiableSet())));
    }

    /**
     * The page as it is answered.
     *
     * @param loaded what the caller may see of the wanted records, by kind; kinds without a loader are absent
     * @param cursors writes the cursor of the next call
     */
    ChangesView view(Map<String, Map<UUID, Object>> loaded, Function<FeedCursor, String> cursors) {
        List<Change> changes = entries.stream()
                .filter(FeedEntry::last)
                .flatMap(entry ->
                        Optional.ofNullable(loaded.get(entry.kind()))
                                .flatMap(records -> change(entry, records))
                                .stream())
                .toList();
        FeedCursor cursor = more ? pull.next(entries.get(entries.size() - 1).mark()) : pull.finished();
        return new ChangesView(pull.epoch().number(), changes, cursors.apply(cursor), more);
    }

    /**
     * A record that the caller may not see any more must leave the phone, even if its row is live: the phone may hold an
     * older version. A phone that pulls from the start holds nothing yet (it sweeps what was not sent), so it is told
     * nothing of records that it never saw. Of one that does not open nothing is said.
     */
    private Optional<Change> change(FeedEntry entry, Map<UUID, Object> records) {
        Object data = entry.live() ? records.get(entry.id()) : null;
        if (data == BrokenRecords.BROKEN) {
            return Optional.empty();
        }
        if (data != null) {
            return Optional.of(Change.of(entry.kind(), entry.id(), entry.version(), data));
        }
        return pull.isFull() ? Optional.empty() : Optional.of(Change.removed(entry.kind(), entry.id()));
    }
}
