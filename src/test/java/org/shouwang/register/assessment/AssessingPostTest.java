package org.shouwang.register.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

class AssessingPostTest {

    private static final AreaCode VILLAGE = new AreaCode(610304101200L);
    private static final AreaCode OTHER_VILLAGE = new AreaCode(610304106200L);

    private final Post director = post(RoleCode.CHILDREN_DIRECTOR);
    private final Post coordinator = post(RoleCode.TOWNSHIP_COORDINATOR);
    private final Caller both = new Caller(UUID.randomUUID(), 1, List.of(coordinator, director), null);

    private static Post post(RoleCode role) {
        return new Post(
                UUID.randomUUID(),
                role,
                AreaRanges.of(VILLAGE.value(), VILLAGE.value() + 1),
                Map.of(Right.ASSESSMENT_WRITE, Set.of()));
    }

    @Test
    void whoTellsOfDangerIsNotAskedToChooseAPost() {
        Result<Post> first = AssessingPost.of(true, VILLAGE, both);

        assertThat(first).isIn(Result.ok(director), Result.ok(coordinator));
        assertThat(AssessingPost.of(false, VILLAGE, both)).isEqualTo(Result.refused(Problem.APPOINTMENT_NEEDED));
    }

    @Test
    void elsewhereThereIsNone() {
        assertThat(AssessingPost.of(true, OTHER_VILLAGE, both)).isEqualTo(Result.refused(Problem.NOT_FOUND));
    }
}
