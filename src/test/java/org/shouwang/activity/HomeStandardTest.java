package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HomeStandardTest {

    private static final LocalDate HELD = LocalDate.of(2026, 3, 1);
    private static final List<HomeZone> ZONES = List.of(HomeZone.PLAY, HomeZone.READING);
    private static final List<HomeFunction> FUNCTIONS =
            List.of(HomeFunction.GAME, HomeFunction.READING, HomeFunction.PSYCH);

    private static boolean isMet(
            HomeStatus status,
            String indoorM2,
            List<HomeZone> zones,
            List<HomeFunction> functions,
            @Nullable LocalDate last,
            LocalDate today) {
        HomeStandard.Facts home = new HomeStandard.Facts(status, new BigDecimal(indoorM2), zones, functions, last);
        return HomeStandard.isMetBy(home, BigDecimal.TEN, today);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, true", "2026-05-30, true", "2026-05-31, false", "2027-03-01, false"})
    void theHomeDropsOutOnTheNinetyFirstDayAfterItsLastActivity(LocalDate today, boolean met) {
        assertThat(isMet(HomeStatus.OPEN, "10.0", ZONES, FUNCTIONS, HELD, today))
                .isEqualTo(met);
    }

    @Test
    void aHomeWithoutAnyActivityDoesNotCount() {
        assertThat(isMet(HomeStatus.OPEN, "10.0", ZONES, FUNCTIONS, null, HELD)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = HomeStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void onlyAnOpenHomeCounts(HomeStatus status) {
        assertThat(isMet(status, "10.0", ZONES, FUNCTIONS, HELD, HELD)).isFalse();
    }

    @Test
    void theIndoorAreaReachesTheCountysMinimum() {
        assertThat(isMet(HomeStatus.OPEN, "10", ZONES, FUNCTIONS, HELD, HELD)).isTrue();
        assertThat(isMet(HomeStatus.OPEN, "9.9", ZONES, FUNCTIONS, HELD, HELD)).isFalse();
    }

    @Test
    void theSameZoneOrFunctionTwiceIsOne() {
        assertThat(isMet(HomeStatus.OPEN, "10", List.of(HomeZone.PLAY, HomeZone.PLAY), FUNCTIONS, HELD, HELD))
                .isFalse();
        List<HomeFunction> two = List.of(HomeFunction.GAME, HomeFunction.READING, HomeFunction.GAME);
        assertThat(isMet(HomeStatus.OPEN, "10", ZONES, two, HELD, HELD)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0,   0.0,   0",
        "100, 29,  29.0,  0",
        "10,  3,   30.0,  30",
        "100, 49,  49.0,  30",
        "251, 126, 50.1,  50",
        "3,   2,   66.6,  50",
        "1000,699, 69.9,  50",
        "10,  7,   70.0,  70",
        "1,   1,   100.0, 70"
    })
    void theMarkIsReachedByTheVillagesNotByRounding(int villages, int covered, BigDecimal percent, int mark) {
        assertThat(HomeCoverageView.Share.of(villages, covered))
                .isEqualTo(new HomeCoverageView.Share(villages, covered, percent, mark));
    }

    @Test
    void withoutVillagesThereIsNoPercentage() {
        assertThat(HomeCoverageView.Share.of(0, 0)).isEqualTo(new HomeCoverageView.Share(0, 0, null, 0));
    }
}
