package org.shouwang.register.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.Sha256;
import org.shouwang.register.child.RiskLevel;

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

    /** Levels of before are explained by it: whoever changes it makes another version instead, and not this sum. */
    @Test
    void theFirstModelIsTheOneThatWasReleased() throws Exception {
        try (var file = Objects.requireNonNull(RiskModels.class.getResourceAsStream("/risk-models/CHILD-1.csv"))) {
            assertThat(HexFormat.of().formatHex(Sha256.of(file.readAllBytes())))
                    .isEqualTo("39cfe110e50737e6010cf08683d1d503a0fd23180190d07972bd6591f36fb58a");
        }
    }

    @ParameterizedTest
    @CsvSource({"NORMAL, 21, LOW, 0", "NORMAL, 0, LOW, 0", "LOW, 0, NORMAL, 21"})
    void levelsThatDoNotRiseAreNoModel(RiskLevel first, int from, RiskLevel second, int then) {
        List<RiskModel.Threshold> levels =
                List.of(new RiskModel.Threshold(first, from), new RiskModel.Threshold(second, then));

        assertThatThrownBy(() -> new RiskModel("X-1", LocalDate.EPOCH, null, List.of(), List.of(), levels))
                .isInstanceOf(IllegalArgumentException.class);
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
