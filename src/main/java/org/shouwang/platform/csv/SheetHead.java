package org.shouwang.platform.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/**
 * Which column of a list is which.
 *
 * @param ignored heads of columns that nobody reads, so that a mistyped one shows
 */
public record SheetHead<C extends Enum<C> & SheetColumn>(Map<C, Integer> places, List<String> ignored) {

    /**
     * Refused when a column is missing or stands twice.
     *
     * @param missing the rule that names the columns which such a list needs
     */
    public static <C extends Enum<C> & SheetColumn> Result<SheetHead<C>> of(
            List<String> heads, Class<C> columns, String missing) {
        Map<C, Integer> places = new EnumMap<>(columns);
        List<String> ignored = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            String head = heads.get(i).strip();
            Optional<C> column = Stream.of(columns.getEnumConstants())
                    .filter(one -> one.isHeaded(head))
                    .findFirst();
            if (column.isEmpty() && !head.isEmpty()) {
                ignored.add(head);
            }
            if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
                violations.add(Violation.of(column.get().field(), "column-twice"));
            }
        }
        Stream.of(columns.getEnumConstants())
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .forEach(column -> violations.add(Violation.of(column.field(), missing)));
        return Result.unless(violations, new SheetHead<>(places, List.copyOf(ignored)));
    }

    /** The cell of a row; empty when the row or the list has no such column. */
    public String cell(List<String> row, C column) {
        Integer place = places.get(column);
        return place == null || place >= row.size() ? "" : row.get(place);
    }
}
