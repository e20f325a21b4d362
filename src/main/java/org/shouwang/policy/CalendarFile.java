package org.shouwang.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.shouwang.platform.csv.Cells;
import org.shouwang.platform.csv.Sheet;
import org.shouwang.platform.csv.SheetHead;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/** A list of days. It is taken as a whole or not at all, so that no year stands in halves. */
record CalendarFile(List<Line> lines, List<String> ignoredColumns) {

    static final int MOST_BYTES = 256 * 1024;

    /** More than a year has. */
    static final int MOST_LINES = 400;

    private static final int LONGEST_NAME = 40;
    private static final Set<String> AT_WORK = Set.of("是", "班", "上班", "true", "yes", "1");
    private static final Set<String> OFF_WORK = Set.of("否", "休", "休息", "放假", "不上班", "false", "no", "0");

    /**
     * A day, and where it stands.
     *
     * @param number of the line in the file
     */
    record Line(int number, CalendarDay day) {

        /** A field of the line, as it is named in what is said of the list. */
        String field(CalendarColumn column) {
            return CalendarFile.field(number, column);
        }
    }

    /** Reads a file; blocks. */
    static Result<CalendarFile> read(byte[] file) {
        return Sheet.read(file, MOST_BYTES, MOST_LINES)
                .flatMap(sheet -> SheetHead.of(sheet.heads(), CalendarColumn.class, "calendar-column-missing")
                        .flatMap(head -> read(sheet, head)));
    }

    private static Result<CalendarFile> read(Sheet sheet, SheetHead<CalendarColumn> head) {
        List<Violation> wrong = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (Sheet.Line line : sheet.lines()) {
            Optional<CalendarDay> day = day(line, head, wrong);
            day.ifPresent(read -> lines.add(new Line(line.number(), read)));
        }
        return Result.unless(wrong, new CalendarFile(List.copyOf(lines), head.ignored()));
    }

    private static Optional<CalendarDay> day(Sheet.Line line, SheetHead<CalendarColumn> head, List<Violation> wrong) {
        var day = Cells.date(head.cell(line.cells(), CalendarColumn.DAY));
        Optional<Boolean> working = working(head.cell(line.cells(), CalendarColumn.WORKING));
        String name = head.cell(line.cells(), CalendarColumn.NAME).strip();
        boolean named =
                !name.isEmpty() && name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
        if (day.isEmpty()) {
            wrong.add(Violation.of(field(line.number(), CalendarColumn.DAY), "date-format"));
        }
        if (working.isEmpty()) {
            wrong.add(Violation.of(field(line.number(), CalendarColumn.WORKING), "calendar-working"));
        }
        if (!named) {
            wrong.add(Violation.of(field(line.number(), CalendarColumn.NAME), "calendar-name", LONGEST_NAME));
        }
        return day.flatMap(read -> working.filter(known -> named).map(known -> new CalendarDay(read, known, name)));
    }

    private static Optional<Boolean> working(String cell) {
        String said = Cells.plain(cell).toLowerCase(Locale.ROOT);
        if (AT_WORK.contains(said)) {
            return Optional.of(true);
        }
        return OFF_WORK.contains(said) ? Optional.of(false) : Optional.empty();
    }

    private static String field(int line, CalendarColumn column) {
        return "lines[" + line + "]." + column.field();
    }

    List<CalendarDay> days() {
        return lines.stream().map(Line::day).toList();
    }
}
