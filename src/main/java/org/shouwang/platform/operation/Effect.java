package org.shouwang.platform.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.http.Answers;
import org.shouwang.platform.record.Stored;

/**
 * What an operation did.
 *
 * @param kind of the record, as in the feed
 * @param merged whether somebody else had changed the record meanwhile
 * @param conflict fields that somebody else changed otherwise, each with both values; null when there are none
 */
public record Effect(
        String kind,
        UUID id,
        int version,
        boolean merged,
        @Nullable ObjectNode conflict) {

    public static Effect of(String kind, Stored<?> stored) {
        return new Effect(kind, stored.id(), stored.version(), false, null);
    }

    public static Effect of(String kind, UUID id, Answers.Versioned record) {
        return new Effect(kind, id, record.version(), false, null);
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
