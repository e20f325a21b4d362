package org.shouwang.task.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.Carers;
import org.shouwang.task.SubjectType;

class AskingTest {

    private static final AreaCode VILLAGE = AreaCode.of("610304101200");
    private static final AreaCode VACANT = AreaCode.of("610304101201");
    private static final UUID DIRECTOR = UUID.randomUUID();
    private static final UUID HOME = UUID.randomUUID();

    private static final Carers CARERS = new Carers(
            Map.of(
                    VILLAGE,
                    List.of(new Holder(
                            UUID.randomUUID(),
                            1,
                            new Post(
                                    DIRECTOR,
                                    RoleCode.CHILDREN_DIRECTOR,
                                    AreaRanges.of(VILLAGE.value(), VILLAGE.value() + 1),
                                    Map.of(Right.TASK_WORK, Set.of()))))),
            Map.of());

    private static Candidate child(AreaCode area, UUID subject, boolean matches, @Nullable UUID task, boolean waits) {
        return new Candidate(UUID.randomUUID(), area, null, SubjectType.HOUSEHOLD, subject, matches, task, waits);
    }

    @Test
    void aHouseholdIsAskedForOnceHoweverManyOfItsChildrenMatch() {
        Candidate other = child(VILLAGE, HOME, false, null, false);
        Candidate first = child(VILLAGE, HOME, true, null, false);
        Candidate second = child(VILLAGE, HOME, true, null, false);

        assertThat(Asking.of(List.of(other, first, second), CARERS).missing()).containsExactly(first);
    }

    @Test
    void whatWasAskedForIsNotAskedForAgainWhoeverMatchesNow() {
        UUID task = UUID.randomUUID();

        Asking asking = Asking.of(
                List.of(child(VILLAGE, HOME, true, task, false), child(VILLAGE, UUID.randomUUID(), false, null, false)),
                CARERS);

        assertThat(asking.missing()).isEmpty();
        assertThat(asking.given()).isEmpty();
    }

    @Test
    void whatIsNobodysGoesToWhoeverWorksThereNow() {
        UUID task = UUID.randomUUID();
        UUID left = UUID.randomUUID();

        Asking asking = Asking.of(
                List.of(child(VILLAGE, HOME, true, task, true), child(VACANT, UUID.randomUUID(), true, left, true)),
                CARERS);

        assertThat(asking.given()).containsExactly(Map.entry(task, DIRECTOR));
    }
}
