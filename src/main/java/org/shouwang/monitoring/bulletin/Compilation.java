package org.shouwang.monitoring.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.bulletin.BulletinContent.IndicatorRow;
import org.shouwang.monitoring.bulletin.BulletinContent.PlanRow;
import org.shouwang.monitoring.card.CardColour;
import org.shouwang.monitoring.card.Standing;
import org.shouwang.monitoring.card.StandingCards.Out;
import org.shouwang.monitoring.card.StatusClass;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.catalogue.PlanKind;
import org.shouwang.monitoring.collection.PastValue;
import org.shouwang.monitoring.collection.UnitDeliveries.Delivered;
import org.shouwang.monitoring.supervision.WallChartRows.Letters;
import org.shouwang.platform.AreaCode;

/**
 * Puts a bulletin together from what was read.
 *
 * @param standings of the area, and of the places below it for what units lead there
 * @param due the indicators that are due in the period
 * @param cards those that are out in the area and below
 */
record Compilation(
        AreaCode area,
        LocalDate asOf,
        Catalogue catalogue,
        List<Standing> standings,
        Set<String> due,
        List<Delivered> delivered,
        List<Out> cards,
        List<Letters> letters,
        FewCases few) {

    /** Which figures would tell of single persons. */
    interface FewCases {
        boolean in(String indicator, BigDecimal numerator, @Nullable BigDecimal denominator);
    }

    /** What is neither due nor reported has no place in the bulletin of a period. */
    private boolean belongs(Standing standing) {
        return due.contains(standing.indicator().code()) || standing.published().isPresent();
    }

    private static boolean isIn(Standing standing, AreaCode place) {
        Responsibility line = standing.line();
        return line == null || line.area().equals(place);
    }

    /** @param ranked whether units are compared */
    BulletinContent content(boolean ranked) {
        List<Standing> all = standings.stream().filter(this::belongs).toList();
        List<IndicatorRow> indicators = all.stream()
                .filter(one -> isIn(one, area))
                .map(this::row)
                .sorted(Comparator.comparingInt(row -> catalogue
                        .indicators()
                        .indexOf(catalogue.find(row.indicatorCode()).orElseThrow())))
                .toList();
        return new BulletinContent(
                asOf,
                catalogue.version(),
                StatusClass.achieved(
                                indicators.stream().map(IndicatorRow::status).toList())
                        .orElse(null),
                Arrays.stream(PlanKind.values())
                        .sorted(Comparator.reverseOrder())
                        .map(plan -> plan(plan, indicators))
                        .toList(),
                indicators,
                new UnitTable(all, delivered, cards, letters).rows(ranked));
    }

    private static PlanRow plan(PlanKind plan, List<IndicatorRow> indicators) {
        List<StatusClass> classes = indicators.stream()
                .filter(row -> row.plan() == plan)
                .map(IndicatorRow::status)
                .toList();
        return new PlanRow(
                plan, Tally.of(classes), StatusClass.achieved(classes).orElse(null));
    }

    private IndicatorRow row(Standing standing) {
        Indicator indicator = standing.indicator();
        Responsibility line = standing.line();
        Optional<PastValue> published = standing.published();
        boolean few = published
                .filter(one -> this.few.in(indicator.code(), one.numerator(), one.denominator()))
                .isPresent();
        Optional<PastValue> shown = published.filter(one -> !few && !standing.small());
        boolean reached = standing.status() == StatusClass.MET || standing.status() == StatusClass.ON_TRACK;
        return new IndicatorRow(
                indicator.code(),
                indicator.nameZh(),
                indicator.domain().plan(),
                indicator.unit(),
                indicator.decimals(),
                line == null ? null : line.unitId(),
                line == null ? null : line.unitName(),
                shown.map(PastValue::numerator).orElse(null),
                shown.map(PastValue::denominator).orElse(null),
                few ? null : shown(indicator, standing.compared()),
                standing.small(),
                published.isPresent() && shown.isEmpty(),
                standing.yearTarget(),
                few ? null : percent(standing.gap()),
                standing.status(),
                few ? null : shown(indicator, standing.before()),
                reached && standing.worsening(),
                card(indicator.code()));
    }

    private @Nullable CardColour card(String indicator) {
        return cards.stream()
                .filter(card -> card.area().equals(area) && card.indicatorCode().equals(indicator))
                .map(Out::colour)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable BigDecimal shown(Indicator indicator, @Nullable BigDecimal exact) {
        return exact == null ? null : indicator.shown(exact);
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal part) {
        return part == null ? null : part.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
    }
}
