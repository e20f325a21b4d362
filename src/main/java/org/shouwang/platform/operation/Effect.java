package org.shouwang.platform.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.Stored;

/**
 * What an operation did.
 *
 * @param kind of the record, as in the feed
 * @param version null where there is no such record any more
 * @param merged whether somebody else had changed the record meanwhile
 * @param conflict fields that somebody else changed otherwise, each with both values; null when there are none
 */
public record Effect(
        String kind,
        UUID id,
        @Nullable Integer version,
        boolean merged,
        @Nullable ObjectNode conflict) {

    public static Effect of(String kind, Stored<?> stored) {
        return new Effect(kind, stored.id(), stored.version(), false, null);
    }

    public static Effect of(String kind, UUID id, int version) {
        return new Effect(kind, id, version, false, null);
    }

    /** Nothing was left to do. */
    public static Effect gone(String kind, UUID id) {
        return new Effect(kind, id, null, true, null);
    }

    /** The same beside what somebody else had changed meanwhile. */
    public Effect asMerged(boolean others) {
        return new Effect(kind, id, version, others, conflict);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
