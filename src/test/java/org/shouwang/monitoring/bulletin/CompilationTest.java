package org.shouwang.monitoring.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.monitoring.bulletin.BulletinContent.IndicatorRow;
import org.shouwang.monitoring.card.CardColour;
import org.shouwang.monitoring.card.Standing;
import org.shouwang.monitoring.card.StandingCards.Out;
import org.shouwang.monitoring.card.StatusClass;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.collection.PastValue;
import org.shouwang.platform.AreaCode;

/** What stands in a bulletin of an indicator, and what does not. */
class CompilationTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-15");
    private static final Catalogue CATALOGUE = new Catalogues().on(DAY);
    private static final AreaCode COUNTY = new AreaCode(990105000000L);
    private static final UUID UNIT = new UUID(0, 1);

    private static Standing standing(String code, StatusClass status, boolean small, boolean worsening, boolean there) {
        BigDecimal value = there ? new BigDecimal("79.5") : null;
        return new Standing(
                CATALOGUE.find(code).orElseThrow(),
                null,
                status,
                there
                        ? Optional.of(new PastValue(
                                code, 2026, 3, BigDecimal.valueOf(3180), BigDecimal.valueOf(4000), value, false))
                        : Optional.empty(),
                value,
                small,
                "≥ 85",
                there ? new BigDecimal("0.0647") : null,
                null,
                worsening ? 1 : 0,
                there ? new BigDecimal("80") : null,
                worsening);
    }

    private static Compilation of(boolean few, List<Out> cards, Standing... standings) {
        return new Compilation(
                COUNTY,
                DAY,
                CATALOGUE,
                List.of(standings),
                Set.of("C-E02"),
                List.of(),
                cards,
                List.of(),
                (code, numerator, denominator) -> few);
    }

    private static IndicatorRow row(boolean few, Standing standing) {
        return of(few, List.of(), standing).content(false).indicators().get(0);
    }

    /** Small, few: numerator, value, gap, value before, withheld. */
    @ParameterizedTest
    @CsvSource({
        "false, false, 3180, 79.50, 6.5, 80.00, false",
        "true,  false, ,     79.50, 6.5, 80.00, true",
        "false, true,  ,     ,      ,    ,      true",
        "true,  true,  ,     ,      ,    ,      true"
    })
    void fewCasesAreWithheld(
            boolean small,
            boolean few,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal gap,
            @Nullable BigDecimal before,
            boolean withheld) {
        IndicatorRow row = row(few, standing("C-E02", StatusClass.AT_RISK, small, false, true));

        assertThat(row.numerator()).isEqualTo(numerator);
        assertThat(row.denominator() == null).isEqualTo(numerator == null);
        assertThat(row.value()).isEqualTo(value);
        assertThat(row.gapPercent()).isEqualTo(gap);
        assertThat(row.valueBefore()).isEqualTo(before);
        assertThat(row.withheld()).isEqualTo(withheld);
    }

    /** S0 警惕波动: an alarm only where the target is reached; else the class says it. */
    @ParameterizedTest
    @CsvSource({
        "MET, true, true",
        "ON_TRACK, true, true",
        "AT_RISK, true, false",
        "OFF_TRACK, true, false",
        "NEUTRAL, true, false",
        "MET, false, false"
    })
    void worseningIsSaidEvenWhereTheTargetIsMet(StatusClass status, boolean worsening, boolean alarm) {
        assertThat(row(false, standing("C-E02", status, false, worsening, true)).worseningThoughMet())
                .isEqualTo(alarm);
    }

    @Test
    void whatIsNeitherDueNorReportedHasNoPlace() {
        BulletinContent content = of(
                        false,
                        List.of(),
                        standing("W-H04", StatusClass.MET, false, false, true),
                        standing("C-E02", StatusClass.NO_DATA, false, false, false),
                        standing("C-E05", StatusClass.NO_DATA, false, false, false))
                .content(true);

        assertThat(content.indicators()).extracting(IndicatorRow::indicatorCode).containsExactly("C-E02", "W-H04");
        assertThat(content.achieved()).isEqualByComparingTo("100");
        assertThat(content.plans()).extracting(plan -> plan.counts().noData()).containsExactly(0, 1);
    }

    @Test
    void theGravestCardThatIsOutIsShown() {
        Out yellow = new Out(COUNTY, UNIT, "试验单位", "C-E02", CardColour.YELLOW);
        Out red = new Out(COUNTY, UNIT, "试验单位", "C-E02", CardColour.RED);
        Out ofTown = new Out(new AreaCode(990105101000L), UNIT, "试验单位", "C-E02", CardColour.RED);
        Standing standing = standing("C-E02", StatusClass.AT_RISK, false, false, true);

        assertThat(of(false, List.of(yellow, red), standing)
                        .content(false)
                        .indicators()
                        .get(0)
                        .card())
                .isEqualTo(CardColour.RED);
        BulletinContent town = of(false, List.of(ofTown), standing).content(false);
        assertThat(town.indicators().get(0).card()).isNull();
        assertThat(town.units().get(0).redCards()).isEqualTo(1);
    }
}
