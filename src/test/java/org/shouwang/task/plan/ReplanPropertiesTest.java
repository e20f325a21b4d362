package org.shouwang.task.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ReplanPropertiesTest {

    /** Whatever happens to a child, in whichever order: one open task of each kind that is owed, and planned once. */
    @Property(tries = 400)
    void whateverHappensOneTaskOfAKindIsOpenAndDueByTheRule(
            @ForAll @Size(max = 40) List<@IntRange(max = 9999) Integer> script) {
        FollowedLife life = new FollowedLife();
        for (int step : script) {
            life.live(step);
            life.plan();

            assertThat(life.open(FollowUpRule.Owed.VISIT)).hasSize(life.onFile() ? 1 : 0);
            assertThat(life.open(FollowUpRule.Owed.ASSESSMENT)).hasSize(life.onFile() ? 1 : 0);
            assertThat(life.open(FollowUpRule.Owed.CONTACT)).hasSize(life.isFollowedClosely() ? 1 : 0);
            assertThat(life.occurrences()).doesNotHaveDuplicates();
            assertThat(life.planAgain().isNothing()).isTrue();
            life.open(FollowUpRule.Owed.VISIT).forEach(visit -> {
                assertThat(visit.due()).isGreaterThanOrEqualTo(life.soonest());
                assertThat(visit.due()).isLessThanOrEqualTo(life.latest());
                assertThat(visit.startOn()).isBeforeOrEqualTo(visit.due().on());
            });
        }
    }

    /** After a visit, nothing of what was before matters. */
    @Property(tries = 300)
    void aVisitMakesTheNextOneDueAfterTheIntervalAlone(
            @ForAll @Size(max = 30) List<@IntRange(max = 9999) Integer> script) {
        FollowedLife life = new FollowedLife();
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
