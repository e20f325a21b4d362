package org.shouwang.sync;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.feed.ReferenceFeed.Reference;
import org.shouwang.platform.http.Answers;

@Schema(name = "Changes", description = "One page of what changed")
record ChangesView(
        @Schema(description = "Rises when the database went back in time")
        int epoch,

        @Schema(
                description =
                        "On the page that brings them: kinds of which it brings all records. Whatever a phone holds of"
                                + " these kinds is replaced by them")
        @Nullable
        List<String> replaced,

        List<Change> changes,

        @Schema(description = "Send it with the next call; keep it only after the page is stored")
        String cursor,

        @Schema(description = "Whether this pull has more pages")
        boolean more) {

    ChangesView(int epoch, List<Change> changes, String cursor, boolean more) {
        this(epoch, null, changes, cursor, more);
    }

    /** The same page with these records before it. */
    ChangesView after(ReferenceRecords.Bundle reference) {
        return new ChangesView(
                epoch,
                reference.kinds(),
                Stream.concat(reference.records().stream(), changes.stream()).toList(),
                cursor,
                more);
    }

    @Schema(name = "Change", description = "A record at its newest version, or that it has left the scope")
    record Change(
            @Schema(examples = "activity") String kind,
            UUID id,
            @Nullable Integer version,

            @Schema(description = "The record as GET answers it") @Nullable
            Object data,

            @Schema(description = "True when the record is gone or out of scope; absent otherwise") @Nullable
            Boolean removed) {

        /** @param listed the version in the feed, for records that do not carry their own */
        static Change of(String kind, UUID id, int listed, Object data) {
            int version = data instanceof Answers.Versioned view ? view.version() : listed;
            return new Change(kind, id, version, data, null);
        }

        /** Reference records have no versions: they come all at once or not at all. */
        static Change of(String kind, Reference reference) {
            return new Change(kind, reference.id(), 0, reference.data(), null);
        }

        static Change removed(String kind, UUID id) {
            return new Change(kind, id, null, null, true);
        }
    }
}
