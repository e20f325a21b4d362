package org.shouwang.platform.workbook;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;

/** What stands in one place of a table. */
public sealed interface Cell {

    Cell EMPTY = new Empty();

    record Empty() implements Cell {}

    record Text(String text) implements Cell {}

    /**
     * A number.
     *
     * @param decimals that are shown
     */
    record Figure(BigDecimal number, int decimals) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Moment(LocalDateTime local) implements Cell {}

    static Cell of(@Nullable String text) {
        return text == null ? EMPTY : new Text(text);
    }

    static Cell of(@Nullable Integer count) {
        return count == null ? EMPTY : new Figure(BigDecimal.valueOf(count), 0);
    }

    static Cell of(@Nullable LocalDate day) {
        return day == null ? EMPTY : new Day(day);
    }

    static Cell of(Instant moment) {
        return new Moment(LocalDateTime.ofInstant(moment, LocalDays.ZONE));
    }

    static Cell of(@Nullable BigDecimal number, int decimals) {
        return number == null ? EMPTY : new Figure(number, decimals);
    }

    /** With as many decimals as it has. */
    static Cell plain(@Nullable BigDecimal number) {
        return number == null
                ? EMPTY
                : new Figure(number, Math.max(0, number.stripTrailingZeros().scale()));
    }
}
