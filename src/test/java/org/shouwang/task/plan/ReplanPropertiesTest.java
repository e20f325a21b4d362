package org.shouwang.task.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.shouwang.policy.WorkCalendar;

/** Whatever happens to a child, in whichever order. */
class ReplanPropertiesTest {

    private static final Duration TWO_YEARS = Duration.ofDays(730);

    @Property(tries = 400)
    void oneTaskOfAKindIsOpenAndDueByTheRule(@ForAll @Size(max = 40) List<@IntRange(max = 9999) Integer> script) {
        FollowedLife life = new FollowedLife(new WorkCalendar(Map.of()));
        for (int step : script) {
            life.live(step);
            life.isPlanned();
        }
    }

    /** Holidays and the weekends on which people work for them are others in each of these lives. */
    @Property(tries = 100)
    void yearsWithHolidaysAndMakeUpDaysLeaveNobodyWithoutAndNobodyTwice(
            @ForAll @Size(min = 100, max = 160) List<@IntRange(min = 3000, max = 6999) Integer> script,
            @ForAll long notices) {
        FollowedLife life = new FollowedLife(Holidays.of(notices));
        var begun = life.now();
        for (int step : script) {
            life.live(step);
            life.isPlanned();
        }

        assertThat(life.now()).isAfter(begun.plus(TWO_YEARS));
    }

    /** After a visit, nothing of what was before matters. */
    @Property(tries = 300)
    void aVisitMakesTheNextOneDueAfterTheIntervalAlone(
            @ForAll @Size(max = 30) List<@IntRange(max = 9999) Integer> script) {
        FollowedLife life = new FollowedLife(new WorkCalendar(Map.of()));
        script.forEach(step -> {
            life.live(step);
            life.plan();
        });
        life.openAgain();
        life.visit();
        life.plan();

        assertThat(life.open(FollowUpRule.Owed.VISIT)).singleElement().satisfies(visit -> assertThat(visit.due())
                .isEqualTo(life.afterTheLastVisit()));
    }
}
