package org.shouwang.monitoring.bulletin;

import java.util.List;
import java.util.stream.Stream;
import org.shouwang.monitoring.bulletin.BulletinContent.IndicatorRow;
import org.shouwang.monitoring.bulletin.BulletinContent.PlanRow;
import org.shouwang.monitoring.bulletin.BulletinContent.StatusCounts;
import org.shouwang.monitoring.bulletin.BulletinContent.UnitRow;
import org.shouwang.platform.workbook.Cell;
import org.shouwang.platform.workbook.WorkbookSheet;

/** A bulletin as tables: indicators, units, totals. */
record BulletinSheets(Words words) {

    private static final int PERCENT = 2;

    List<WorkbookSheet> of(BulletinView bulletin, BulletinContent content) {
        return List.of(indicators(content), units(content), totals(bulletin, content));
    }

    private WorkbookSheet indicators(BulletinContent content) {
        return new WorkbookSheet(
                words.of("sheet.indicators"),
                words.heads(
                        "code",
                        "indicator",
                        "plan",
                        "lead",
                        "numerator",
                        "denominator",
                        "value",
                        "measure",
                        "target",
                        "gap",
                        "class",
                        "before",
                        "worsening",
                        "small",
                        "withheld",
                        "card"),
                content.indicators().stream().map(this::row).toList());
    }

    private List<Cell> row(IndicatorRow row) {
        return List.of(
                Cell.of(row.indicatorCode()),
                Cell.of(row.nameZh()),
                words.of(row.plan()),
                Cell.of(row.unitName()),
                Cell.plain(row.numerator()),
                Cell.plain(row.denominator()),
                Cell.of(row.value(), row.decimals()),
                Cell.of(row.unit()),
                Cell.of(row.yearTarget()),
                Cell.of(row.gapPercent(), 1),
                words.of(row.status()),
                Cell.of(row.valueBefore(), row.decimals()),
                yes(row.worseningThoughMet()),
                yes(row.small()),
                yes(row.withheld()),
                words.of(row.card()));
    }

    private Cell yes(boolean so) {
        return so ? Cell.of(words.of("yes")) : Cell.EMPTY;
    }

    private WorkbookSheet units(BulletinContent content) {
        return new WorkbookSheet(
                words.of("sheet.units"),
                words.heads(
                        "rank",
                        "unit",
                        "reached",
                        "MET",
                        "ON_TRACK",
                        "AT_RISK",
                        "OFF_TRACK",
                        "NO_DATA",
                        "NEUTRAL",
                        "due",
                        "inTime",
                        "late",
                        "owed",
                        "returned",
                        "yellow",
                        "red",
                        "letters",
                        "lettersOverdue"),
                content.units().stream().map(BulletinSheets::row).toList());
    }

    private static List<Cell> row(UnitRow row) {
        return Stream.of(
                        Stream.of(Cell.of(row.rank()), Cell.of(row.unitName()), Cell.of(row.reached(), PERCENT)),
                        counts(row.counts()),
                        Stream.of(
                                        row.due(),
                                        row.reportedInTime(),
                                        row.reportedLate(),
                                        row.owed(),
                                        row.returned(),
                                        row.yellowCards(),
                                        row.redCards(),
                                        row.lettersOpen(),
                                        row.lettersOverdue())
                                .map(Cell::of))
                .flatMap(cells -> cells)
                .toList();
    }

    private static Stream<Cell> counts(StatusCounts counts) {
        return Stream.of(
                        counts.met(),
                        counts.onTrack(),
                        counts.atRisk(),
                        counts.offTrack(),
                        counts.noData(),
                        counts.neutral())
                .map(Cell::of);
    }

    private WorkbookSheet totals(BulletinView bulletin, BulletinContent content) {
        Stream<List<Cell>> plans = content.plans().stream().map(this::row);
        Stream<List<Cell>> facts = Stream.of(
                List.of(Cell.of(words.of("achieved")), Cell.of(content.achieved(), PERCENT)),
                List.of(Cell.of(words.of("number")), Cell.of(bulletin.bulletinNo())),
                List.of(Cell.of(words.of("asOf")), Cell.of(content.asOf())),
                List.of(Cell.of(words.of("catalogue")), Cell.of(content.catalogueVersion())),
                List.of(Cell.of(words.of("opening")), Cell.of(bulletin.opening())),
                List.of(Cell.of(words.of("closing")), Cell.of(bulletin.closing())));
        return new WorkbookSheet(
                words.of("sheet.totals"),
                words.heads("plan", "achieved", "MET", "ON_TRACK", "AT_RISK", "OFF_TRACK", "NO_DATA", "NEUTRAL"),
                Stream.concat(plans, facts).toList());
    }

    private List<Cell> row(PlanRow row) {
        return Stream.concat(Stream.of(words.of(row.plan()), Cell.of(row.achieved(), PERCENT)), counts(row.counts()))
                .toList();
    }
}
