package org.shouwang.protection.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.csv.Cells;
import org.shouwang.platform.csv.SheetHead;
import org.shouwang.platform.problem.Violation;

/** Reads one row of a list of entries and says everything that is wrong with it at once. */
final class ResourceReader {

    private static final String SEPARATORS = "[;,、\\s]+";
    private static final int MOST_OF_A_LIST = 200;

    private final SheetHead<ResourceColumn> header;
    private final List<String> row;
    private final CodeNames names;
    private final List<Violation> violations = new ArrayList<>();

    private ResourceReader(SheetHead<ResourceColumn> header, List<String> row, CodeNames names) {
        this.header = header;
        this.row = row;
        this.names = names;
    }

    static ResourceLine line(int number, SheetHead<ResourceColumn> header, List<String> row, CodeNames names) {
        ResourceReader reader = new ResourceReader(header, row, names);
        AreaCode area = reader.needed(ResourceColumn.AREA, "area-code", AreaCode::parse);
        ResourcePatch said = reader.said();
        Optional<ResourceLine.Said> whole = area == null || !reader.violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourceLine.Said(area, said));
        return new ResourceLine(number, whole, List.copyOf(reader.violations));
    }

    private ResourcePatch said() {
        return new ResourcePatch(
                optional(ResourceColumn.ORGANISATION, "organisation-known", ResourceReader::uuid),
                needed(ResourceColumn.NAME, "longest-text", text(ResourceColumn.NAME, 100), 100),
                needed(ResourceColumn.CATEGORY, "resource-code", cell -> names.read(ResourceCategory.class, cell)),
                optional(ResourceColumn.SCOPE, "area-code", cell -> all(cell, AreaCode::parse)),
                optional(ResourceColumn.ADDRESS, "longest-text", text(ResourceColumn.ADDRESS, 200), 200),
                null,
                null,
                needed(ResourceColumn.PHONE, "resource-phone", ResourceReader::phone),
                needed(ResourceColumn.HOURS, "resource-hours", HoursText::read),
                optional(ResourceColumn.ACCEPTS, "resource-code", this::referrals),
                needed(ResourceColumn.PROVIDER, "resource-code", cell -> names.read(ProviderType.class, cell)),
                optional(ResourceColumn.CONTRACT_FROM, "date-format", Cells::date),
                optional(ResourceColumn.CONTRACT_TO, "date-format", Cells::date),
                optional(ResourceColumn.CAPACITY, "resource-number", ResourceReader::count),
                optional(ResourceColumn.CONTACT, "longest-text", text(ResourceColumn.CONTACT, 50), 50),
                needed(ResourceColumn.VERIFIED_ON, "date-format", Cells::date),
                optional(ResourceColumn.STATUS, "resource-code", cell -> names.read(ResourceStatus.class, cell)));
    }

    private Optional<List<ReferralType>> referrals(String cell) {
        return all(cell, one -> names.read(ReferralType.class, one));
    }

    private <T> @Nullable T needed(
            ResourceColumn column, String rule, Function<String, Optional<T>> reader, Object... values) {
        if (cell(column).isEmpty()) {
            violations.add(Violation.of(column.field(), "cell-needed"));
            return null;
        }
        return read(column, rule, reader, values);
    }

    private <T> @Nullable T optional(
            ResourceColumn column, String rule, Function<String, Optional<T>> reader, Object... values) {
        return cell(column).isEmpty() ? null : read(column, rule, reader, values);
    }

    private <T> @Nullable T read(
            ResourceColumn column, String rule, Function<String, Optional<T>> reader, Object... values) {
        String cell = cell(column);
        Optional<T> value = reader.apply(cell);
        if (value.isEmpty()) {
            violations.add(
                    Cells.isRounded(cell)
                            ? Violation.of(column.field(), "rounded-by-excel")
                            : Violation.of(column.field(), rule, values));
        }
        return value.orElse(null);
    }

    private String cell(ResourceColumn column) {
        return Cells.plain(header.cell(row, column));
    }

    /** As it is written: a name keeps its full-width brackets. */
    private Function<String, Optional<String>> text(ResourceColumn column, int longest) {
        String raw = header.cell(row, column).strip();
        boolean good = raw.length() <= longest && raw.chars().noneMatch(Character::isISOControl);
        return plain -> good ? Optional.of(raw) : Optional.empty();
    }

    /** All of a list, or nothing. */
    private static <T> Optional<List<T>> all(String cell, Function<String, Optional<T>> reader) {
        List<Optional<T>> read = Stream.of(cell.split(SEPARATORS)).map(reader).toList();
        return read.size() <= MOST_OF_A_LIST && read.stream().allMatch(Optional::isPresent)
                ? Optional.of(read.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private static Optional<String> phone(String cell) {
        String digits = cell.replaceAll("\\s", "");
        return digits.matches(ResourceForm.PHONE) ? Optional.of(digits) : Optional.empty();
    }

    private static Optional<Integer> count(String cell) {
        return cell.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(cell)) : Optional.empty();
    }

    private static Optional<UUID> uuid(String cell) {
        try {
            return Optional.of(UUID.fromString(cell));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
