package org.shouwang.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Violation;
import org.shouwang.task.campaign.ThemeCode;

class ActivityRulesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final AreaCode VILLAGE = AreaCode.of("610304101201");
    private static final AreaCode OTHER = AreaCode.of("610304101202");
    private static final UUID HOME = new UUID(1, 1);

    @Test
    void homeAndPlaceExcludeEachOther() {
        assertThat(ActivityRules.checkPlace(form(HOME, "村委会广场", VILLAGE, NOW, NOW)))
                .containsExactly(Violation.of("homeId", "activity-home-or-place"));
        assertThat(ActivityRules.checkPlace(form(null, " ", VILLAGE, NOW, NOW)))
                .containsExactly(Violation.of("homeId", "activity-home-or-place"));
    }

    @Test
    void placeNeedsItsVillage() {
        assertThat(ActivityRules.checkPlace(form(null, "村委会广场", null, NOW, NOW)))
                .containsExactly(Violation.of("areaCode", "activity-area-needed"));
    }

    @Test
    void homeOrPlaceWithVillageIsAccepted() {
        assertThat(ActivityRules.checkPlace(form(HOME, null, null, NOW, NOW))).isEmpty();
        assertThat(ActivityRules.checkPlace(form(null, "村委会广场", VILLAGE, NOW, NOW)))
                .isEmpty();
    }

    @Test
    void villageOtherThanTheHomesIsRefused() {
        assertThat(ActivityRules.check(form(HOME, null, OTHER, NOW, NOW), VILLAGE, NOW))
                .containsExactly(
                        Violation.of("areaCode", "activity-area-of-home", OTHER.toString(), VILLAGE.toString()));
    }

    @Test
    void clockSkewOfTenMinutesIsTolerated() {
        Instant ahead = NOW.plus(Duration.ofMinutes(10));

        assertThat(ActivityRules.check(form(HOME, null, null, ahead, ahead), VILLAGE, NOW))
                .isEmpty();
        assertThat(ActivityRules.check(form(HOME, null, null, ahead.plusMillis(1), ahead.plusMillis(1)), VILLAGE, NOW))
                .containsExactly(Violation.of("startedAt", "activity-not-yet-held", 10L));
    }

    @Test
    void twelveHoursAreTheLongest() {
        Instant start = NOW.minus(Duration.ofDays(1));
        Instant end = start.plus(Duration.ofHours(12));

        assertThat(ActivityRules.check(form(HOME, null, null, start, end), VILLAGE, NOW))
                .isEmpty();
        assertThat(ActivityRules.check(form(HOME, null, null, start, end.plusMillis(1)), VILLAGE, NOW))
                .containsExactly(Violation.of("endedAt", "activity-too-long", 12L));
    }

    @Test
    void endBeforeStartIsRefused() {
        assertThat(ActivityRules.check(form(HOME, null, null, NOW, NOW.minusMillis(1)), VILLAGE, NOW))
                .containsExactly(Violation.of("endedAt", "activity-ends-before-start"));
    }

    @Test
    void timesThatNoDatabaseHoldsAreRefused() {
        assertThat(ActivityRules.check(form(HOME, null, null, Instant.MIN, Instant.MIN), VILLAGE, NOW))
                .containsExactly(Violation.of("startedAt", "activity-long-ago"));
    }

    private static ActivityForm form(
            @Nullable UUID homeId,
            @Nullable String place,
            @Nullable AreaCode areaCode,
            Instant startedAt,
            Instant endedAt) {
        return new ActivityForm(
                "防溺水课",
                ThemeCode.DROWNING,
                homeId,
                place,
                areaCode,
                startedAt,
                endedAt,
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                "讲解防溺水六不准。",
                null,
                null);
    }
}
