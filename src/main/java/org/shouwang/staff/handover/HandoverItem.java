package org.shouwang.staff.handover;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shouwang.staff.handover.AllBelongings.Moved;

/** One record that belongs to a post, or did. */
@Schema(name = "HandoverItem")
record HandoverItem(
        @Schema(description = "As in the change feed", examples = "child")
        String kind,

        UUID id) {

    /** What the counts of the API are named after. */
    static final String CHILD = "child";

    static final String TASK = "task";
    static final String REFERRAL = "referral";

    static List<HandoverItem> of(List<Moved> moved) {
        return moved.stream()
                .flatMap(kind -> kind.subjects().stream().map(subject -> new HandoverItem(kind.kind(), subject.id())))
                .toList();
    }

    static int count(List<HandoverItem> items, String kind) {
        return (int) items.stream().filter(item -> item.kind().equals(kind)).count();
    }
}
