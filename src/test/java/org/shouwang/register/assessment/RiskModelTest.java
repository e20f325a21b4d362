package org.shouwang.register.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskModelTest {

    private final RiskModels models = new RiskModels();

    @Test
    void everyModelAsksAllSixDangersAndAnchorsEveryScoreInBothLanguages() {
        assertThat(models.all()).isNotEmpty().allSatisfy(model -> {
            assertThat(model.emergencies())
                    .extracting(RiskModel.Question::code)
                    .containsExactly(EmergencySign.values());
            assertThat(model.items()).extracting(RiskModel.Item::code).doesNotHaveDuplicates();
            assertThat(model.items()).allSatisfy(item -> {
                assertThat(item.anchors())
                        .extracting(RiskModel.Anchor::score)
                        .isEqualTo(IntStream.rangeClosed(0, 5).boxed().toList());
                assertThat(item.anchors()).allSatisfy(anchor -> {
                    assertThat(anchor.text()).containsPattern("\\p{IsHan}");
                    assertThat(anchor.textEn()).isNotBlank().doesNotContainPattern("\\p{IsHan}");
                });
            });
            assertThat(model.groups())
                    .extracting(RiskModel.Group::code)
                    .containsExactly("CHILD", "GUARDIANSHIP", "ENVIRONMENT");
        });
    }

    @Test
    void oneModelIsInUse() {
        assertThat(models.all().stream().filter(model -> model.replacedOn() == null))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31, false, true",
        "2026-06-01, false, false",
        "2026-06-01, true, true",
        "2026-08-30, true, true",
        "2026-08-31, true, false"
    })
    void aReplacedModelIsTakenFromPhonesForNinetyDays(LocalDate day, boolean offline, boolean usable) {
        RiskModel replaced = new RiskModel(
                "CHILD-0", LocalDate.of(2025, 1, 1), LocalDate.of(2026, 6, 1), List.of(), List.of(), List.of());

        assertThat(replaced.isUsableOn(day, offline)).isEqualTo(usable);
    }
}
