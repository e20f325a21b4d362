package org.shouwang.protection;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of codes as text[] columns; an empty one is null on both sides. */
public final class CodeArray {

    private CodeArray() {}

    /** What is said, or else what was there before. */
    public static <E extends Enum<E>> String @Nullable [] or(@Nullable List<E> said, String @Nullable [] before) {
        return said == null || said.isEmpty()
                ? before
                : said.stream().distinct().map(Enum::name).toArray(String[]::new);
    }

    /** The codes of a column; null where nothing was said. */
    public static <E extends Enum<E>> @Nullable List<E> read(Class<E> type, String @Nullable [] column) {
        return column == null
                ? null
                : Arrays.stream(column).map(name -> Enum.valueOf(type, name)).toList();
    }
}
