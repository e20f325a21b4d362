package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
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

    private static HomeDetails.Opening monday(String from, String to) {
        return new HomeDetails.Opening(HomeDetails.Season.TERM, DayOfWeek.MONDAY, from, to);
    }

    private static HomeDetails.SafetyCheck checkedOn(LocalDate day) {
        return new HomeDetails.SafetyCheck(day, null, true, true, true, null);
    }

    @Test
    void openingHoursEndAfterTheyBeginAndDoNotOverlap() {
        assertThat(check(List.of(monday("08:00", "12:00"), monday("12:00", "18:00")), List.of()))
                .isEmpty();
        assertThat(check(
                        List.of(monday("08:00", "12:00"), monday("11:59", "13:00"), monday("14:00", "14:00")),
                        List.of()))
                .containsExactly(
                        Violation.of("openingHours[1]", "home-hours-overlap"),
                        Violation.of("openingHours[2].to", "home-hours-end"));
    }

    @Test
    void safetyChecksWereMadeUntilToday() {
        assertThat(check(List.of(), List.of(checkedOn(TODAY)))).isEmpty();
        assertThat(check(List.of(), List.of(checkedOn(TODAY), checkedOn(TODAY.plusDays(1)))))
                .containsExactly(Violation.of("safetyChecks[1].checkedOn", "home-checked-on"));
    }

    @Test
    void theHoursOfAWeekAndTheNextSafetyCheckAreComputed() {
        HomeDetails details = new HomeDetails(
                null,
                List.of(monday("08:00", "10:30"), monday("14:00", "16:00")),
                null,
                List.of(checkedOn(TODAY.minusDays(100)), checkedOn(TODAY.minusDays(10))),
                null);

        assertThat(details.hoursPerWeek(HomeDetails.Season.TERM)).isEqualByComparingTo("4.5");
        assertThat(details.hoursPerWeek(HomeDetails.Season.HOLIDAY)).isEqualByComparingTo("0");
        assertThat(details.nextSafetyCheckOn()).isEqualTo(TODAY.plusDays(80));
        assertThat(HomeDetails.NOT_ASKED.hoursPerWeek(HomeDetails.Season.TERM)).isNull();
        assertThat(HomeDetails.NOT_ASKED.nextSafetyCheckOn()).isNull();
    }

    private static List<Violation> check(List<HomeDetails.Opening> openings, List<HomeDetails.SafetyCheck> checks) {
        return check("610304101201007", OPENED, openings, checks, HomeZone.PLAY, HomeZone.READING);
    }

    private static List<Violation> check(String homeCode, LocalDate openedOn, HomeZone... zones) {
        return check(homeCode, openedOn, List.of(), List.of(), zones);
    }

    private static List<Violation> check(
            String homeCode,
            LocalDate openedOn,
            List<HomeDetails.Opening> openings,
            List<HomeDetails.SafetyCheck> checks,
            HomeZone... zones) {
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
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                openings,
                null,
                checks,
                null,
                null,
                null);
        return HomeRules.check(form, TODAY);
    }
}
