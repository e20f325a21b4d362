package org.shouwang.monitoring.computed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Computed;
import org.shouwang.monitoring.catalogue.Indicator;

class ComputedIndicatorsTest {

    private final List<ComputedIndicator> listed = ComputedIndicators.read();

    /** Each is either counted or said to have no source yet, and no other indicator is. */
    @Test
    void theListIsWhatTheCatalogueCallsComputed() {
        List<String> ours = new Catalogues()
                .on(LocalDate.of(2026, 11, 23)).indicators().stream()
                        .filter(indicator -> indicator.computed() != Computed.NO)
                        .map(Indicator::code)
                        .toList();

        assertThat(listed).extracting(ComputedIndicator::code).containsExactlyInAnyOrderElementsOf(ours);
    }

    @Test
    void eachSaysInWordsHowItIsCountedOrWhyNot() {
        assertThat(listed).allSatisfy(one -> {
            assertThat(one.textZh()).isNotBlank().hasSizeLessThanOrEqualTo(200);
            assertThat(one.textEn()).isNotBlank();
        });
    }

    @Test
    void whatIsOfCasesIsNeverCalledPlaces() {
        assertThat(listed)
                .filteredOn(one -> List.of("C-S03", "W-L03").contains(one.code()))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.counting())
                        .isNotNull()
                        .extracting("about")
                        .isEqualTo(About.CASES));
    }
}
