package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.sync.ChangesView.Change;

class FeedPageTest {

    private static final Epoch EPOCH = new Epoch(1, new UUID(4, 4));
    private static final FeedMoment NOW = new FeedMoment(EPOCH, 500, 510);
    private static final UUID SCOPE = new UUID(7, 7);
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final Object RECORD = "the record";

    private final Pull full = pull(Optional.empty());
    private final Pull delta =
            pull(Optional.of(new FeedCursor(EPOCH, SCOPE, NOW.horizon() - 100, 0, Optional.empty())));

    @Test
    void recordWithSeveralEntriesIsSaidOnceAtTheLast() {
        List<FeedEntry> entries =
                List.of(entry(10, A, true, false), entry(20, B, true, true), entry(30, A, true, true));

        ChangesView view =
                FeedPage.of(delta, entries, 10).view(Map.of("home", Map.of(A, RECORD, B, RECORD)), FeedPageTest::text);

        assertThat(view.changes()).extracting(Change::id).containsExactly(B, A);
        assertThat(view.more()).isFalse();
    }

    @Test
    void removalIsSaidOnlyToAPhoneThatMayHoldTheRecord() {
        List<FeedEntry> entries = List.of(entry(10, A, false, true));

        assertThat(FeedPage.of(delta, entries, 10)
                        .view(Map.of("home", Map.of()), FeedPageTest::text)
                        .changes())
                .containsExactly(new Change("home", A, null, null, true));
        assertThat(FeedPage.of(full, entries, 10)
                        .view(Map.of("home", Map.of()), FeedPageTest::text)
                        .changes())
                .isEmpty();
    }

    @Test
    void liveRecordThatTheCallerMayNotSeeLeavesThePhone() {
        List<FeedEntry> entries = List.of(entry(10, A, true, true));

        assertThat(FeedPage.of(delta, entries, 10)
                        .view(Map.of("home", Map.of()), FeedPageTest::text)
                        .changes())
                .containsExactly(new Change("home", A, null, null, true));
        assertThat(FeedPage.of(full, entries, 10)
                        .view(Map.of("home", Map.of()), FeedPageTest::text)
                        .changes())
                .isEmpty();
    }

    @Test
    void ofARecordThatDoesNotOpenNothingIsSaid() {
        List<FeedEntry> entries = List.of(entry(10, A, true, true), entry(20, B, true, true));

        ChangesView view = FeedPage.of(delta, entries, 10)
                .view(Map.of("home", Map.of(A, BrokenRecords.BROKEN, B, RECORD)), FeedPageTest::text);

        assertThat(view.changes()).extracting(Change::id).containsExactly(B);
    }

    @Test
    void kindWithoutLoaderIsLeftOut() {
        List<FeedEntry> entries = List.of(entry(10, A, true, true), entry(11, B, false, true));

        ChangesView view = FeedPage.of(delta, entries, 10).view(Map.of(), FeedPageTest::text);

        assertThat(view.changes()).isEmpty();
    }

    @Test
    void onlyRecordsThatAreSaidAreLoaded() {
        List<FeedEntry> entries =
                List.of(entry(10, A, true, false), entry(20, B, false, true), entry(30, A, true, true));

        FeedPage page = FeedPage.of(delta, entries, 2);

        assertThat(page.wanted()).isEmpty();
        assertThat(page.more()).isTrue();
        assertThat(FeedPage.of(delta, entries, 3).wanted()).containsExactlyEntriesOf(Map.of("home", Set.of(A)));
    }

    @Test
    void pagesOfAnyLengthSayTheSameInTheSameOrder() {
        List<FeedEntry> entries = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            entries.add(entry(i, new UUID(0, i % 7), i % 3 != 0, i > 13));
        }
        Map<String, Map<UUID, Object>> loaded = Map.of("home", Map.of(A, RECORD, B, RECORD, new UUID(0, 3), RECORD));
        List<Change> atOnce =
                FeedPage.of(delta, entries, 20).view(loaded, FeedPageTest::text).changes();

        for (int limit = 1; limit <= 20; limit++) {
            assertThat(paged(entries, loaded, limit)).isEqualTo(atOnce);
        }
    }

    private List<Change> paged(List<FeedEntry> entries, Map<String, Map<UUID, Object>> loaded, int limit) {
        List<Change> said = new ArrayList<>();
        int from = 0;
        ChangesView view;
        do {
            view = FeedPage.of(delta, entries.subList(from, Math.min(from + limit + 1, entries.size())), limit)
                    .view(loaded, FeedPageTest::text);
            said.addAll(view.changes());
            from += limit;
        } while (view.more());
        return said;
    }

    private static Pull pull(Optional<FeedCursor> cursor) {
        return PullTest.value(Pull.decide(cursor, SCOPE, NOW, PullTest.RESEND));
    }

    private static FeedEntry entry(long position, UUID id, boolean live, boolean last) {
        return new FeedEntry(position, "home", id, 3, live, last);
    }

    private static String text(FeedCursor cursor) {
        return HexFormat.of().formatHex(cursor.bytes());
    }
}
