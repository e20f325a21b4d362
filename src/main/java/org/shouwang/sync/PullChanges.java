package org.shouwang.sync;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.problem.Result;

/** Answers one page of what changed in the caller's scope. */
@Singleton
class PullChanges {

    /** Changes of one page. */
    static final int MOST = 500;

    private final DecidePull deciding;
    private final FeedRows rows;
    private final SealedCursors cursors;
    private final Feeds feeds;
    private final ReferenceRecords reference;

    PullChanges(DecidePull deciding, FeedRows rows, SealedCursors cursors, Feeds feeds, ReferenceRecords reference) {
        this.deciding = deciding;
        this.rows = rows;
        this.cursors = cursors;
        this.feeds = feeds;
        this.reference = reference;
    }

    /** Refused as {@link DecidePull} says. */
    Uni<Result<ChangesView>> pull(@Nullable String cursor, int limit, Caller person) {
        Caller caller = person.withoutGrants();
        return deciding.decide(cursor, caller).chain(decided -> decided.thenDo(pull -> page(pull, limit, caller)));
    }

    private Uni<ChangesView> page(Pull pull, int limit, Caller caller) {
        return reference.news(pull, caller).chain(news -> records(
                        news.map(bundle -> pull.knowing(bundle.hash())).orElse(pull), limit, caller)
                .map(page -> news.map(page::after).orElse(page)));
    }

    private Uni<ChangesView> records(Pull pull, int limit, Caller caller) {
        return rows.scopes(caller, feeds.all())
                .chain(scopes -> rows.next(scopes, pull, limit + 1))
                .map(entries -> FeedPage.of(pull, entries, limit))
                .chain(page -> feeds.load(page.wanted(), caller).map(loaded -> page.view(loaded, cursors::write)));
    }
}
