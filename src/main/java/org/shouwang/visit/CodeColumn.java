package org.shouwang.visit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of codes as text[] columns. A list that is missing or empty was not asked and is null on both sides. */
final class CodeColumn {

    private CodeColumn() {}

    static <E extends Enum<E>> String @Nullable [] of(@Nullable List<E> codes) {
        return codes == null || codes.isEmpty()
                ? null
                : codes.stream().distinct().map(Enum::name).toArray(String[]::new);
    }

    static <E extends Enum<E>> @Nullable List<E> read(Class<E> type, String @Nullable [] column) {
        return column == null
                ? null
                : Arrays.stream(column).map(name -> Enum.valueOf(type, name)).toList();
    }
}
