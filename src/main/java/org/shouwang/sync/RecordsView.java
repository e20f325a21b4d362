package org.shouwang.sync;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.sync.ChangesView.Change;

@Schema(name = "Records", description = "Records at their newest version, in the order of the request")
record RecordsView(
        @Schema(
                description =
                        "What the caller's phone is not to hold is told as removed, whether it exists or not; of what does"
                                + " not open nothing is said")
        List<Change> changes) {

    /**
     * @param live those of the records that stand in the caller's scopes
     * @param loaded what the caller may see of them
     */
    static RecordsView of(RecordsForm form, List<HeldRecord> live, Map<UUID, Object> loaded) {
        Map<UUID, HeldRecord> byId = live.stream().collect(Collectors.toMap(HeldRecord::id, Function.identity()));
        return new RecordsView(form.ids().stream()
                .distinct()
                .filter(id -> loaded.get(id) != BrokenRecords.BROKEN)
                .map(id -> change(form.kind(), id, byId.get(id), loaded.get(id)))
                .toList());
    }

    private static Change change(String kind, UUID id, @Nullable HeldRecord held, @Nullable Object data) {
        return held == null || data == null ? Change.removed(kind, id) : Change.of(kind, id, held.version(), data);
    }
}
