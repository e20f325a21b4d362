package org.shouwang.platform.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answer to an idempotent PUT or POST.
 *
 * @param view the record as it is now; null when a repeated record has left the caller's scope since
 * @param created true when this request made it, false when it repeated an earlier one
 */
public record Stored<T>(
        UUID id, int version, boolean created, @Nullable T view) {

    public static <T> Stored<T> created(ClientRecord made, T view) {
        return new Stored<>(made.id, made.version, true, view);
    }

    public static <T> Stored<T> repeated(ClientRecord found, T view) {
        return new Stored<>(found.id, found.version, false, view);
    }

    public static <T> Stored<T> outOfScope(ClientRecord found) {
        return new Stored<>(found.id, found.version, false, null);
    }
}
