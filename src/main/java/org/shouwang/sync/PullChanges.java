package org.shouwang.sync;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;
import org.shouwang.platform.problem.Result;

/** Answers one page of what changed in the caller's scope. */
@Singleton
class PullChanges {

    private static final Duration SENT_IS_KEPT = Duration.ofDays(30);

    private final FeedRows rows;
    private final SealedCursors cursors;
    private final OpenEpoch epochs;
    private final FeedMemory memory;
    private final ReferenceRecords reference;
    private final Clock clock;
    private final Map<String, ChangeFeed> feeds;

    PullChanges(
            FeedRows rows,
            SealedCursors cursors,
            OpenEpoch epochs,
            FeedMemory memory,
            ReferenceRecords reference,
            Clock clock,
            @All List<ChangeFeed> feeds) {
        this.rows = rows;
        this.cursors = cursors;
        this.epochs = epochs;
        this.memory = memory;
        this.reference = reference;
        this.clock = clock;
        this.feeds = feeds.stream().collect(Collectors.toUnmodifiableMap(ChangeFeed::kind, Function.identity()));
    }

    /**
     * Refused with 403 for posts that work without a phone, and as {@link SealedCursors} and {@link Pull} say. A cursor of ours
     * that is ahead of the database opens an epoch: somebody brought the database back in time and told nobody.
     */
    Uni<Result<ChangesView>> pull(@Nullable String cursor, int limit, Caller person) {
        Caller caller = person.withoutGrants();
        return caller.with(Right.SYNC).flatMap(allowed -> read(cursor)).then(sent -> rows.now()
                .call(now -> sent.filter(known -> Pull.isAhead(known, now))
                        .map(known -> epochs.openBehind(now.epoch(), known.epoch()))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(now -> Pull.decide(sent, ScopeHash.of(caller, feeds.keySet()), now, resendFrom()))
                .chain(decided -> decided.then(memory::stillKnows))
                .chain(decided -> decided.thenDo(pull -> page(pull, sent, limit, caller))));
    }

    /** Phones keep what they sent for so long, as the last line of backup. */
    private Instant resendFrom() {
        return clock.instant().minus(SENT_IS_KEPT);
    }

    private Result<Optional<FeedCursor>> read(@Nullable String cursor) {
        return cursor == null || cursor.isEmpty()
                ? Result.ok(Optional.empty())
                : cursors.read(cursor).map(Optional::of);
    }

    private Uni<ChangesView> page(Pull pull, Optional<FeedCursor> sent, int limit, Caller caller) {
        return reference.news(sent, caller).chain(news -> {
            long known = news.map(ReferenceRecords.Bundle::hash)
                    .orElseGet(() -> sent.map(FeedCursor::reference).orElse(0L));
            return page(pull, limit, caller, cursor -> cursors.write(cursor.with(known)))
                    .map(page -> news.map(page::after).orElse(page));
        });
    }

    private Uni<ChangesView> page(Pull pull, int limit, Caller caller, Function<FeedCursor, String> cursor) {
        return rows.scopes(caller, feeds.values())
                .chain(scopes -> rows.next(scopes, pull, limit + 1))
                .map(entries -> FeedPage.of(pull, entries, limit))
                .chain(page -> load(page.wanted(), caller).map(loaded -> page.view(loaded, cursor)));
    }

    /** One kind after the other: a phone takes one connection at a time. */
    private Uni<Map<String, Map<UUID, Object>>> load(Map<String, Set<UUID>> wanted, Caller caller) {
        Uni<Map<String, Map<UUID, Object>>> all = Uni.createFrom().item(HashMap::new);
        for (Map.Entry<String, ChangeFeed> feed : feeds.entrySet()) {
            Set<UUID> ids = wanted.getOrDefault(feed.getKey(), Set.of());
            Uni<Map<UUID, Object>> records = ids.isEmpty()
                    ? Uni.createFrom().item(Map.of())
                    : feed.getValue().load(ids, caller);
            all = all.chain(loaded -> records.map(found -> {
                loaded.put(feed.getKey(), found);
                return loaded;
            }));
        }
        return all;
    }
}
