package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Violation;

class HomeRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final String VILLAGE = "610304101201";
    private static final LocalDate OPENED = LocalDate.of(2024, 9, 1);

    @Test
    void codeIsTheVillageAndThreeDigits() {
        assertThat(check("610304101201007", OPENED, HomeZone.PLAY, HomeZone.READING))
                .isEmpty();
        assertThat(List.of("610304101202007", "61030410120100", "6103041012010077", "610304101201a07"))
                .allSatisfy(code -> assertThat(check(code, OPENED, HomeZone.PLAY, HomeZone.READING))
                        .containsExactly(Violation.of("homeCode", "home-code-of-area", VILLAGE)));
    }

    @Test
    void theSameZoneTwiceIsOneZone() {
        assertThat(check("610304101201007", OPENED, HomeZone.PLAY, HomeZone.PLAY))
                .containsExactly(Violation.of("zones", "home-zones", 2, 1L));
    }

    @Test
    void plannedOpeningMayLieAheadButNotBeyondReason() {
        assertThat(check("610304101201007", TODAY.plusYears(1), HomeZone.PLAY, HomeZone.READING))
                .isEmpty();
        assertThat(List.of(LocalDate.MIN, LocalDate.MAX))
                .allSatisfy(day -> assertThat(check("610304101201007", day, HomeZone.PLAY, HomeZone.READING))
                        .containsExactly(Violation.of("openedOn", "home-opened-on")));
    }

    private static List<Violation> check(String homeCode, LocalDate openedOn, HomeZone... zones) {
        HomeForm form = new HomeForm(
                "平安儿童之家",
                homeCode,
                AreaCode.of(VILLAGE),
                "村委会院内",
                HomeType.VILLAGE,
                openedOn,
                HomeStatus.OPEN,
                BigDecimal.TEN,
                null,
                List.of(zones),
                List.of(HomeFunction.GAME),
                null,
                null);
        return HomeRules.check(form, TODAY);
    }
}
