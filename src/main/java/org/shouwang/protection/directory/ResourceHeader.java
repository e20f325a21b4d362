package org.shouwang.protection.directory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/**
 * Which column of a list of entries is which.
 *
 * @param ignored heads of columns that nobody reads, so that a mistyped one shows
 */
record ResourceHeader(Map<ResourceColumn, Integer> places, List<String> ignored) {

    /** Refused when a column is missing or stands twice. */
    static Result<ResourceHeader> of(List<String> heads) {
        Map<ResourceColumn, Integer> places = new EnumMap<>(ResourceColumn.class);
        List<String> ignored = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            String head = heads.get(i).strip();
            Optional<ResourceColumn> column = ResourceColumn.of(head);
            if (column.isEmpty() && !head.isEmpty()) {
                ignored.add(head);
            }
            if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
                violations.add(Violation.of(column.get().field, "column-twice"));
            }
        }
        Stream.of(ResourceColumn.values())
                .filter(column -> column.required && !places.containsKey(column))
                .forEach(column -> violations.add(Violation.of(column.field, "resource-column-missing")));
        return Result.unless(violations, new ResourceHeader(places, List.copyOf(ignored)));
    }

    /** The cell of a row; empty when the row or the file has no such column. */
    String cell(List<String> row, ResourceColumn column) {
        Integer place = places.get(column);
        return place == null || place >= row.size() ? "" : row.get(place);
    }
}
