package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.supervision.LetterRows.Wanted;
import org.shouwang.monitoring.supervision.WallChartRows.Letters;
import org.shouwang.monitoring.supervision.WallChartRows.Owned;
import org.shouwang.monitoring.supervision.WallChartView.UnitRow;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Result;

/** The wall chart and the key supervision list: of all areas of an office, of the own unit for a liaison. */
@Singleton
class ShowWallChart {

    private final Units units;
    private final WallChartRows rows;
    private final Clock clock;

    ShowWallChart(Units units, WallChartRows rows, Clock clock) {
        this.units = units;
        this.rows = rows;
        this.clock = clock;
    }

    /** As of today where no day is named. */
    Uni<Result<WallChartView>> chart(@Nullable AreaCode area, @Nullable LocalDate asked, Caller caller) {
        LocalDate day = asked == null ? LocalDays.today(clock) : asked;
        return units.sight(caller)
                .chain(seen -> seen.thenDo(
                        sight -> rows.letters(sight, area, day).chain(letters -> rows.items(sight, area, day)
                                .map(items -> new WallChartView(day, byUnit(letters, items))))));
    }

    private static List<UnitRow> byUnit(List<Letters> letters, List<Owned> items) {
        Map<UUID, String> names = Stream.concat(
                        letters.stream().map(one -> Map.entry(one.unitId(), one.unitName())),
                        items.stream().map(one -> Map.entry(one.unitId(), one.unitName())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
        Map<UUID, Letters> byUnit = letters.stream().collect(Collectors.toMap(Letters::unitId, Function.identity()));
        Map<UUID, List<Owned>> itemsOf = items.stream().collect(Collectors.groupingBy(Owned::unitId));
        return names.entrySet().stream()
                .sorted(Map.Entry.<UUID, String>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.<UUID>naturalOrder())))
                .map(unit -> row(unit, Optional.ofNullable(byUnit.get(unit.getKey())), itemsOf))
                .toList();
    }

    private static UnitRow row(
            Map.Entry<UUID, String> unit, Optional<Letters> letters, Map<UUID, List<Owned>> itemsOf) {
        return new UnitRow(
                unit.getKey(),
                unit.getValue(),
                letters.map(Letters::open).orElse(0),
                letters.map(Letters::overdue).orElse(0),
                Objects.requireNonNull(itemsOf.getOrDefault(unit.getKey(), List.of())).stream()
                        .map(Owned::item)
                        .toList());
    }

    private interface Look {
        Uni<List<Letter>> at(Sight sight, Wanted wanted, LocalDate day, Optional<Cursor> after, int limit);
    }

    Uni<Result<Page<LetterView>>> key(@Nullable AreaCode area, @Nullable UUID unit, PageQuery page, Caller caller) {
        return page(rows::key, area, unit, page, caller);
    }

    Uni<Result<Page<LetterView>>> interviews(
            @Nullable AreaCode area, @Nullable UUID unit, PageQuery page, Caller caller) {
        return page(rows::interviews, area, unit, page, caller);
    }

    private Uni<Result<Page<LetterView>>> page(
            Look look, @Nullable AreaCode area, @Nullable UUID unit, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(3);
        LocalDate today = LocalDays.today(clock);
        return units.sight(caller)
                .chain(seen ->
                        seen.thenDo(sight -> look.at(sight, Wanted.of(area, null, unit), today, after, page.limit() + 1)
                                .map(letters -> letters.stream()
                                        .map(letter -> LetterView.of(letter, today, null))
                                        .toList())
                                .map(letters -> Page.of(
                                        letters,
                                        page.limit(),
                                        last -> Cursor.of(last.areaCode(), last.indicatorCode(), last.id())))));
    }
}
