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

    /** What a page shows of one row more than was asked for; that one only tells that there is a next page. */
    public static <T> List<T> shown(List<T> rows, int limit) {
        return rows.size() > limit ? rows.subList(0, limit) : rows;
    }

    /**
     * Makes a page out of one row more than was asked for.
     *
     * @param rows up to {@code limit + 1} rows in list order
     * @param key what the next page starts after, as cursor parts
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> key) {
        List<T> items = shown(rows, limit);
        if (items.size() == rows.size()) {
            return new Page<>(rows, null);
        }
        return new Page<>(items, key.apply(items.get(limit - 1)).toString());
    }
}
