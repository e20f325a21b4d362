package org.shouwang.staff.worker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.PersonName;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.csv.Cells;
import org.shouwang.platform.csv.SheetHead;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.PhoneNumber;

/** Reads one row of a list of workers and says everything that is wrong with it at once. */
final class RosterReader {

    private static final int LONGEST_DOCUMENT = 50;

    /** Nobody in office was appointed before; a year mistyped is caught at either end. */
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private static final int YEARS_AHEAD = 1;
    private static final int LONGEST_TERM_YEARS = 20;

    private final SheetHead<RosterColumn> header;
    private final List<String> row;
    private final LocalDate today;
    private final List<Violation> violations = new ArrayList<>();

    private RosterReader(SheetHead<RosterColumn> header, List<String> row, LocalDate today) {
        this.header = header;
        this.row = row;
        this.today = today;
    }

    static RosterLine line(int number, SheetHead<RosterColumn> header, List<String> row, LocalDate today) {
        RosterReader reader = new RosterReader(header, row, today);
        Optional<RosterEntry> entry = reader.entry();
        return new RosterLine(number, entry, List.copyOf(reader.violations));
    }

    private Optional<RosterEntry> entry() {
        String name = RosterCells.name(cell(RosterColumn.FULL_NAME));
        require(PersonName.allows(name), RosterColumn.FULL_NAME, "person-name");
        PhoneNumber phone = needed(RosterColumn.PHONE, "mobile-number", RosterCells::mobile);
        RoleCode role = needed(RosterColumn.ROLE, "role-code", RosterCells::role);
        AreaCode area = optional(RosterColumn.AREA, "area-code", AreaCode::parse);
        UUID organisation = optional(RosterColumn.ORGANISATION, "organisation-known", RosterReader::uuid);
        LocalDate appointedOn = needed(RosterColumn.APPOINTED_ON, "date-format", Cells::date);
        LocalDate termEndOn = optional(RosterColumn.TERM_END_ON, "date-format", Cells::date);
        String sex = read(RosterColumn.SEX, "sex-code", RosterCells::sex);
        Boolean checked = read(RosterColumn.NAMESAKE_CHECKED, "yes-or-no", RosterCells::yes);
        String document = cell(RosterColumn.APPOINTED_DOC).strip();
        require(isStorable(document), RosterColumn.APPOINTED_DOC, "longest-text", LONGEST_DOCUMENT);
        days(appointedOn, termEndOn);
        if (!violations.isEmpty()
                || phone == null
                || role == null
                || appointedOn == null
                || sex == null
                || checked == null) {
            return Optional.empty();
        }
        return Optional.of(new RosterEntry(
                name,
                phone,
                role,
                area,
                organisation,
                appointedOn,
                termEndOn,
                sex,
                document.isEmpty() ? null : document,
                checked));
    }

    private void days(@Nullable LocalDate appointedOn, @Nullable LocalDate termEndOn) {
        if (appointedOn == null) {
            return;
        }
        boolean plausible = !appointedOn.isBefore(EARLIEST) && !appointedOn.isAfter(today.plusYears(YEARS_AHEAD));
        require(plausible, RosterColumn.APPOINTED_ON, "plausible-time");
        if (termEndOn != null) {
            require(termEndOn.isAfter(appointedOn), RosterColumn.TERM_END_ON, "term-after-start");
            require(
                    !termEndOn.isAfter(appointedOn.plusYears(LONGEST_TERM_YEARS)),
                    RosterColumn.TERM_END_ON,
                    "plausible-time");
        }
    }

    private <T> @Nullable T needed(RosterColumn column, String rule, Function<String, Optional<T>> reader) {
        if (Cells.plain(cell(column)).isEmpty()) {
            violations.add(Violation.of(column.field(), "cell-needed"));
            return null;
        }
        return read(column, rule, reader);
    }

    private <T> @Nullable T optional(RosterColumn column, String rule, Function<String, Optional<T>> reader) {
        return Cells.plain(cell(column)).isEmpty() ? null : read(column, rule, reader);
    }

    private <T> @Nullable T read(RosterColumn column, String rule, Function<String, Optional<T>> reader) {
        String cell = Cells.plain(cell(column));
        Optional<T> value = reader.apply(cell);
        require(value.isPresent(), column, Cells.isRounded(cell) ? "rounded-by-excel" : rule);
        return value.orElse(null);
    }

    private void require(boolean holds, RosterColumn column, String rule, Object... values) {
        if (!holds) {
            violations.add(Violation.of(column.field(), rule, values));
        }
    }

    private String cell(RosterColumn column) {
        return header.cell(row, column);
    }

    private static boolean isStorable(String text) {
        return text.length() <= LONGEST_DOCUMENT && text.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
