package org.shouwang.monitoring.rollup;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.AskedAreas;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.rollup.RollUpRows.Line;
import org.shouwang.monitoring.rollup.RollUpView.Item;
import org.shouwang.monitoring.rollup.RollUpView.Missing;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Right;
import org.shouwang.platform.problem.Result;

/** Adds up what the areas below one have published, and sets them beside each other. */
@Singleton
class ShowRollUp {

    private static final Set<AreaLevel> LEVELS = EnumSet.of(AreaLevel.CITY, AreaLevel.COUNTY);

    private final Catalogues catalogues;
    private final AskedAreas asked;
    private final RollUpRows rows;
    private final Clock clock;

    ShowRollUp(Catalogues catalogues, AskedAreas asked, RollUpRows rows, Clock clock) {
        this.catalogues = catalogues;
        this.asked = asked;
        this.rows = rows;
        this.clock = clock;
    }

    /** Refused with 404 for an area that is not the caller's, with 422 for one of another level. */
    Uni<Result<RollUpView>> of(
            AreaCode area, int year, @Nullable Integer quarter, @Nullable String indicator, Caller caller) {
        LocalDate today = LocalDays.today(clock);
        return caller.with(Right.MONITORING_LIST)
                .then(able -> asked.of(area, Right.MONITORING_LIST, able))
                .chain(found -> found.flatMap(place -> LEVELS.contains(place.level())
                                ? Result.ok(place.code())
                                : Result.invalid("area", "roll-up-level"))
                        .thenDo(code -> rows.below(code, today, year, quarter, indicator)
                                .map(lines -> new RollUpView(code, year, quarter, items(lines, today)))));
    }

    private List<Item> items(List<Line> lines, LocalDate today) {
        List<Missing> all = lines.stream()
                .map(line -> new Missing(line.area(), line.name()))
                .distinct()
                .toList();
        List<Part> published = lines.stream()
                .flatMap(line -> Optional.ofNullable(line.part()).stream())
                .toList();
        return catalogues.on(today).indicators().stream()
                .map(indicator -> new Sum(
                        indicator,
                        published.stream()
                                .filter(part -> part.indicatorCode().equals(indicator.code()))
                                .toList()))
                .filter(sum -> !sum.parts().isEmpty())
                .map(sum -> item(sum, all))
                .toList();
    }

    private static Item item(Sum sum, List<Missing> all) {
        Set<AreaCode> there = sum.parts().stream().map(Part::area).collect(Collectors.toSet());
        List<Missing> missing =
                all.stream().filter(one -> !there.contains(one.areaCode())).toList();
        return new Item(
                sum.indicator().code(),
                sum.numerator(),
                sum.denominator(),
                missing.isEmpty() ? sum.value() : null,
                sum.parts().stream().map(part -> part(sum, part)).toList(),
                missing);
    }

    private static RollUpView.Part part(Sum sum, Part part) {
        Indicator indicator = sum.indicator();
        return new RollUpView.Part(
                part.area(),
                part.name(),
                part.numerator(),
                part.denominator(),
                indicator.value(part.numerator(), part.denominator()),
                sum.rank(part).orElse(null));
    }
}
