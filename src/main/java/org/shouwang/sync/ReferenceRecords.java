package org.shouwang.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Sha256;
import org.shouwang.platform.feed.ReferenceFeed;
import org.shouwang.sync.ChangesView.Change;

/**
 * The reference records of a caller. A phone has all of them or is sent all of them: its cursor says by a hash which ones it has,
 * and so a change needs no place in the feed, whoever makes it and whatever it is that changes.
 */
@Singleton
class ReferenceRecords {

    private final List<ReferenceFeed> feeds;
    private final ObjectMapper json;

    ReferenceRecords(@All List<ReferenceFeed> feeds, ObjectMapper json) {
        this.feeds =
                feeds.stream().sorted(Comparator.comparing(ReferenceFeed::kind)).toList();
        this.json = json;
    }

    /** All reference records of a caller, and what the cursor of a phone says that has them. */
    record Bundle(List<String> kinds, List<Change> records, long hash) {

        Bundle {
            kinds = List.copyOf(kinds);
            records = List.copyOf(records);
        }
    }

    /** The records that go with the first page of a pull; empty on later pages, and for a phone that has them. */
    Uni<Optional<Bundle>> news(Pull pull, Caller caller) {
        return pull.isAtItsStart()
                ? all(caller).map(now -> Optional.of(now).filter(bundle -> bundle.hash() != pull.reference()))
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Bundle> all(Caller caller) {
        Uni<List<Change>> all = Uni.createFrom().item(List.of());
        for (ReferenceFeed feed : feeds) {
            all = all.chain(before -> feed.load(caller).map(found -> Stream.concat(
                            before.stream(), found.stream().map(record -> Change.of(feed.kind(), record)))
                    .toList()));
        }
        return all.map(
                records -> new Bundle(feeds.stream().map(ReferenceFeed::kind).toList(), records, hash(records)));
    }

    private long hash(List<Change> records) {
        try {
            return ByteBuffer.wrap(Sha256.of(json.writeValueAsBytes(records))).getLong();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
