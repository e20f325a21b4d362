package org.shouwang.sync;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** What a phone of the caller holds when nothing was lost: so that one that did lose something finds out, and gets just that. */
@Singleton
class Holdings {

    private static final UUID FIRST = new UUID(0, 0);

    private final DecidePull deciding;
    private final FeedRows feed;
    private final HeldRows rows;
    private final Feeds feeds;

    Holdings(DecidePull deciding, FeedRows feed, HeldRows rows, Feeds feeds) {
        this.deciding = deciding;
        this.feed = feed;
        this.rows = rows;
        this.feeds = feeds;
    }

    /**
     * The digest of every kind. Refused as {@link DecidePull} says, and with 409 while a pull from this cursor would bring
     * anything: phone and server would compare different moments. Whether it would is asked last, so that nothing that was
     * counted is newer than the cursor.
     */
    Uni<Result<DigestView>> digest(@Nullable String cursor, Caller person) {
        Caller caller = person.withoutGrants();
        return deciding.decide(cursor, caller)
                .map(decided -> decided.flatMap(Holdings::finished))
                .chain(decided -> decided.then(pull -> feed.scopes(caller, feeds.all())
                        .chain(scopes -> digests(scopes, caller).chain(view -> rows.isNewsFrom(scopes, pull.from())
                                .map(news -> unless(news, view))))));
    }

    /** Refused with 404 for a kind that phones do not keep, and as {@link DecidePull} says. */
    Uni<Result<HeldView>> ofKind(String kind, @Nullable String cursor, @Nullable UUID after, int limit, Caller person) {
        Caller caller = person.withoutGrants();
        return deciding.decide(cursor, caller)
                .map(decided -> decided.flatMap(Holdings::finished).flatMap(pull -> known(kind)))
                .chain(known -> known.thenDo(found -> feed.scopes(caller, feeds.all())
                        .chain(scopes -> rows.ofKind(scopes, kind, after == null ? FIRST : after, limit + 1))
                        .chain(records -> page(found, records, limit, caller))));
    }

    /** Refused with 403 for posts that work without a phone, with 404 for a kind that phones do not keep. */
    Uni<Result<RecordsView>> records(RecordsForm form, Caller person) {
        Caller caller = person.withoutGrants();
        return caller.with(Right.SYNC).flatMap(allowed -> known(form.kind())).thenDo(known -> feed.scopes(
                        caller, feeds.all())
                .chain(scopes -> rows.among(scopes, form.kind(), form.ids()))
                .chain(records -> loaded(known, records, form, caller)));
    }

    private static Result<Pull> finished(Pull pull) {
        return pull.isAtItsStart() && !pull.isFull() ? Result.ok(pull) : Result.refused(Problem.PULL_FIRST);
    }

    private static Result<DigestView> unless(boolean news, DigestView view) {
        return news ? Result.refused(Problem.PULL_FIRST) : Result.ok(view);
    }

    private Result<ChangeFeed> known(String kind) {
        return feeds.of(kind).map(Result::ok).orElseGet(() -> Result.refused(Problem.NOT_FOUND));
    }

    private Uni<DigestView> digests(List<FeedScope> scopes, Caller caller) {
        return rows.all(scopes).chain(byKind -> {
            Uni<List<Digest>> all = Uni.createFrom().item(ArrayList::new);
            for (ChangeFeed kind : feeds.all()) {
                all = all.chain(digests -> held(kind, byKind.getOrDefault(kind.kind(), List.of()), caller)
                        .map(records -> {
                            digests.add(Digest.of(kind.kind(), records));
                            return digests;
                        }));
            }
            return all.map(DigestView::new);
        });
    }

    private static Uni<List<HeldRecord>> held(ChangeFeed kind, List<HeldRecord> live, Caller caller) {
        return live.isEmpty()
                ? Uni.createFrom().item(live)
                : kind.held(live.stream().map(HeldRecord::id).collect(Collectors.toUnmodifiableSet()), caller)
                        .map(ids -> live.stream()
                                .filter(one -> ids.contains(one.id()))
                                .toList());
    }

    private static Uni<HeldView> page(ChangeFeed kind, List<HeldRecord> rows, int limit, Caller caller) {
        boolean more = rows.size() > limit;
        List<HeldRecord> shown = more ? rows.subList(0, limit) : rows;
        return held(kind, shown, caller)
                .map(records -> new HeldView(
                        kind.kind(), records, more ? shown.get(limit - 1).id() : null));
    }

    private static Uni<RecordsView> loaded(ChangeFeed kind, List<HeldRecord> live, RecordsForm form, Caller caller) {
        if (live.isEmpty()) {
            return Uni.createFrom().item(RecordsView.of(form, live, Map.of()));
        }
        return kind.load(live.stream().map(HeldRecord::id).toList(), caller)
                .map(records -> RecordsView.of(form, live, records));
    }
}
