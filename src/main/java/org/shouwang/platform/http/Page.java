package org.shouwang.platform.http;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a list, and the cursor of the next one while there is more. */
public record Page<T>(
        List<T> items,

        @Schema(description = "Cursor of the next page") @Nullable
        String next) {

    /**
     * Makes a page out of one row more than was asked for.
     *
     * @param rows up to {@code limit + 1} rows in list order
     * @param key what the next page starts after, as cursor parts
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit);
        return new Page<>(items, key.apply(items.get(limit - 1)).toString());
    }
}
