package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.RolePosts;

class ScopeHashTest {

    private static final AreaRanges TOWN = AreaRanges.of(610304101000L, 610304102000L);
    private static final Set<String> KINDS = Set.of("home", "visit");

    @Test
    void sameScopeUnderANewAppointmentKeepsTheCursor() {
        UUID before = ScopeHash.of(caller(9, post(RoleCode.CHILDREN_DIRECTOR), post(RoleCode.WOMENS_CHAIR)), KINDS);

        UUID after = ScopeHash.of(caller(9, post(RoleCode.WOMENS_CHAIR), post(RoleCode.CHILDREN_DIRECTOR)), KINDS);

        assertThat(after).isEqualTo(before);
    }

    @Test
    void otherWorkerRoleRangeOrKindsMakeAnotherScope() {
        AreaRanges hole = TOWN.minus(AreaRanges.of(610304101200L, 610304101201L));

        assertThat(List.of(
                        ScopeHash.of(caller(9, post(RoleCode.CHILDREN_DIRECTOR)), KINDS),
                        ScopeHash.of(caller(8, post(RoleCode.CHILDREN_DIRECTOR)), KINDS),
                        ScopeHash.of(caller(9, post(RoleCode.WOMENS_CHAIR)), KINDS),
                        ScopeHash.of(caller(9, post(RoleCode.CHILDREN_DIRECTOR, hole)), KINDS),
                        ScopeHash.of(caller(9, post(RoleCode.CHILDREN_DIRECTOR)), Set.of("home"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void aRoleThatIsShownMorePullsAfresh() {
        assertThat(ScopeHash.of(caller(9, reading(FieldClass.S, FieldClass.R)), KINDS))
                .isNotEqualTo(ScopeHash.of(caller(9, reading(FieldClass.S)), KINDS))
                .isEqualTo(ScopeHash.of(caller(9, reading(FieldClass.R, FieldClass.S)), KINDS));
    }

    private static Post reading(FieldClass... fields) {
        Set<FieldClass> inOrder = new LinkedHashSet<>(List.of(fields));
        return new Post(UUID.randomUUID(), RoleCode.CHILDREN_DIRECTOR, TOWN, Map.of(Right.VISIT_READ, inOrder));
    }

    private static Caller caller(long number, Post... posts) {
        return new Caller(new UUID(1, number), number, List.of(posts), null);
    }

    private static Post post(RoleCode role) {
        return post(role, TOWN);
    }

    private static Post post(RoleCode role, AreaRanges areas) {
        return RolePosts.post(role, areas);
    }
}
