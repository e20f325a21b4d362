package org.shouwang.monitoring.bulletin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.monitoring.card.Standing;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.collection.PeriodValues.Given;
import org.shouwang.monitoring.collection.UnitDeliveries.Delivered;
import org.shouwang.monitoring.collection.ValueStatus;
import org.shouwang.platform.workbook.Cell;
import org.shouwang.platform.workbook.WorkbookSheet;

/**
 * What units have reported for a period as tables: values, units, totals.
 *
 * @param standings by line of the book
 * @param unitNames of the units that are shown
 */
record PeriodSheets(
        Words words,
        Catalogues catalogues,
        List<Given> values,
        Map<UUID, Standing> standings,
        List<Delivered> delivered,
        Map<UUID, String> unitNames) {

    List<WorkbookSheet> all() {
        return List.of(indicators(), units(), totals());
    }

    private WorkbookSheet indicators() {
        return new WorkbookSheet(
                words.of("sheet.indicators"),
                words.heads(
                        "code",
                        "indicator",
                        "area",
                        "unit",
                        "numerator",
                        "denominator",
                        "value",
                        "measure",
                        "target",
                        "class",
                        "status",
                        "provisional",
                        "version",
                        "submittedAt",
                        "returned"),
                values.stream().map(this::row).toList());
    }

    private List<Cell> row(Given given) {
        Indicator indicator = catalogues
                .find(given.catalogueVersion())
                .flatMap(catalogue -> catalogue.find(given.indicatorCode()))
                .orElseThrow();
        Optional<Standing> standing = Optional.ofNullable(standings.get(given.responsibilityId()));
        return List.of(
                Cell.of(given.indicatorCode()),
                Cell.of(indicator.nameZh()),
                Cell.of(given.areaName()),
                Cell.of(given.unitName()),
                Cell.plain(given.numerator()),
                Cell.plain(given.denominator()),
                Cell.of(given.value(), indicator.decimals()),
                Cell.of(indicator.unit()),
                Cell.of(standing.map(Standing::yearTarget).orElse(null)),
                given.status().isPublished()
                        ? standing.map(one -> words.of(one.status())).orElse(Cell.EMPTY)
                        : Cell.EMPTY,
                words.of(given.status()),
                Cell.of(words.of(given.provisional() ? "provisional" : "official")),
                Cell.of(given.valueVersion()),
                Cell.of(given.submittedAt()),
                Cell.of(given.returned()));
    }

    private List<Delivered> shown() {
        return delivered.stream()
                .filter(one -> unitNames.containsKey(one.unitId()))
                .toList();
    }

    private WorkbookSheet units() {
        return new WorkbookSheet(
                words.of("sheet.units"),
                words.heads("unit", "due", "inTime", "late", "owed", "returned"),
                shown().stream()
                        .map(one -> List.of(
                                Cell.of(unitNames.get(one.unitId())),
                                Cell.of(one.due()),
                                Cell.of(one.inTime()),
                                Cell.of(one.late()),
                                Cell.of(one.owed()),
                                Cell.of(one.returned())))
                        .toList());
    }

    private WorkbookSheet totals() {
        Map<ValueStatus, Long> byStatus =
                values.stream().collect(Collectors.groupingBy(Given::status, Collectors.counting()));
        Stream<List<Cell>> statuses = Stream.of(ValueStatus.values())
                .map(status -> List.of(words.of(status), Cell.of(Math.toIntExact(byStatus.getOrDefault(status, 0L)))));
        Stream<List<Cell>> sums = Stream.of(
                sum("due", shown().stream().mapToInt(Delivered::due).sum()),
                sum("inTime", shown().stream().mapToInt(Delivered::inTime).sum()),
                sum("late", shown().stream().mapToInt(Delivered::late).sum()),
                sum("owed", shown().stream().mapToInt(Delivered::owed).sum()));
        return new WorkbookSheet(
                words.of("sheet.totals"),
                words.heads("total", "count"),
                Stream.concat(sums, statuses).toList());
    }

    private List<Cell> sum(String key, int count) {
        return List.of(Cell.of(words.of("head." + key)), Cell.of(count));
    }
}
