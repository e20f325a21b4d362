package org.shouwang.staff.worker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/**
 * Which column of the file is which.
 *
 * @param ignored heads of columns that nobody reads, so that a mistyped one shows
 */
record RosterHeader(Map<RosterColumn, Integer> places, List<String> ignored) {

    /** Refused when a column is missing or stands twice. */
    static Result<RosterHeader> of(List<String> heads) {
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        List<String> ignored = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            String head = heads.get(i).strip();
            Optional<RosterColumn> column = RosterColumn.of(head);
            if (column.isEmpty() && !head.isEmpty()) {
                ignored.add(head);
            }
            if (column.isPresent() && places.putIfAbsent(column.get(), i) != null) {
                violations.add(Violation.of(column.get().field, "column-twice"));
            }
        }
        Stream.of(RosterColumn.values())
                .filter(column -> column.required && !places.containsKey(column))
                .forEach(column -> violations.add(Violation.of(column.field, "column-missing")));
        return Result.unless(violations, new RosterHeader(places, List.copyOf(ignored)));
    }

    /** The cell of a row; empty when the row or the file has no such column. */
    String cell(List<String> row, RosterColumn column) {
        Integer place = places.get(column);
        return place == null || place >= row.size() ? "" : row.get(place);
    }
}
