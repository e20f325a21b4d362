package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.RolePosts;

class AlarmTest {

    private static final Instant NOW = Instant.parse("2026-03-01T19:00:00Z");
    private static final AreaRanges TOWN = AreaRanges.of(610304101000L, 610304102000L);
    private static final AreaRanges COUNTY = AreaRanges.of(610304000000L, 610305000000L);
    private static final AreaRanges CITY = AreaRanges.of(610300000000L, 610400000000L);
    private static final AreaRanges PROVINCE = AreaRanges.of(610000000000L, 620000000000L);

    private final Holder coordinator = holder(RoleCode.TOWNSHIP_COORDINATOR, TOWN);
    private final Holder county = holder(RoleCode.COUNTY_CIVIL_AFFAIRS, COUNTY);
    private final Holder colleague = holder(RoleCode.COUNTY_CIVIL_AFFAIRS, COUNTY);
    private final Holder city = holder(RoleCode.COUNTY_CIVIL_AFFAIRS, CITY);
    private final Holder province = holder(RoleCode.COUNTY_CIVIL_AFFAIRS, PROVINCE);

    private static Holder holder(RoleCode role, AreaRanges areas) {
        return new Holder(UUID.randomUUID(), 1, RolePosts.post(role, areas));
    }

    @Test
    void townshipAndCountyAreToldTogetherAndThenEachLargerArea() {
        List<List<Holder>> steps = Alarm.steps(List.of(coordinator, county, colleague, city, province));

        assertThat(steps).containsExactly(List.of(coordinator, county, colleague), List.of(city), List.of(province));
        assertThat(Alarm.told(steps, 0)).containsExactly(coordinator, county, colleague);
        assertThat(Alarm.told(steps, 1)).containsExactly(coordinator, county, colleague, city);
        assertThat(Alarm.told(steps, 9)).hasSize(5);
    }

    @Test
    void aVacantStepIsPassedOver() {
        assertThat(Alarm.steps(List.of(coordinator, city))).containsExactly(List.of(coordinator, city));
        assertThat(Alarm.steps(List.of(city, province))).containsExactly(List.of(city), List.of(province));
        assertThat(Alarm.steps(List.of())).isEmpty();
    }

    @Test
    void itIsLookedAtEachHalfHourUntilAllStepsWereToldAndThenEveryTwoHours() {
        List<List<Holder>> steps = Alarm.steps(List.of(coordinator, county, city, province));

        assertThat(Alarm.next(steps, 0, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(Alarm.next(steps, 1, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
        assertThat(Alarm.next(steps, 2, NOW)).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(Alarm.next(List.of(), 0, NOW)).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    }
}
