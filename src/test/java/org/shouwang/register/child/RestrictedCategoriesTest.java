package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;

class RestrictedCategoriesTest {

    private static final AreaCode HERE = AreaCode.of("610304101200");
    private static final AreaCode ELSEWHERE = AreaCode.of("610304101201");
    private static final AreaRanges VILLAGE = AreaRanges.of(HERE.value(), HERE.value() + 1);

    private static Post post(RoleCode role, FieldClass... fields) {
        Set<FieldClass> classes = EnumSet.of(FieldClass.N, fields);
        return new Post(UUID.randomUUID(), role, VILLAGE, Map.of(Right.CHILD_READ, classes, Right.CHILD_LIST, classes));
    }

    private static boolean sees(Post post, CategoryCode category, AreaCode at) {
        Caller caller = new Caller(UUID.randomUUID(), 1, List.of(post), null);
        return RestrictedCategories.visible(category, caller, Right.CHILD_READ, at);
    }

    @Test
    void whatIsNotRestrictedIsForEveryReader() {
        assertThat(sees(post(RoleCode.WOMENS_CHAIR), CategoryCode.ORPHAN_SCATTERED, HERE))
                .isTrue();
    }

    @Test
    void classRIsForPostsThatReachItAndWhereTheyHold() {
        Post reaching = post(RoleCode.TOWNSHIP_COORDINATOR, FieldClass.S, FieldClass.R);

        assertThat(sees(reaching, CategoryCode.PARENT_IMPRISONED_OR_DRUG, HERE)).isTrue();
        assertThat(sees(reaching, CategoryCode.PARENT_IMPRISONED_OR_DRUG, ELSEWHERE))
                .isFalse();
        assertThat(sees(
                        post(RoleCode.TOWNSHIP_COORDINATOR, FieldClass.S),
                        CategoryCode.PARENT_IMPRISONED_OR_DRUG,
                        HERE))
                .isFalse();
    }

    @Test
    void hivIsForTheCountysCivilAffairsWhateverTheTableSays() {
        Post coordinator = post(RoleCode.TOWNSHIP_COORDINATOR, FieldClass.S, FieldClass.R);
        Post county = post(RoleCode.COUNTY_CIVIL_AFFAIRS, FieldClass.S, FieldClass.R);

        assertThat(sees(coordinator, CategoryCode.HIV_AFFECTED, HERE)).isFalse();
        assertThat(sees(county, CategoryCode.HIV_AFFECTED, HERE)).isTrue();
        assertThat(RestrictedCategories.where(
                                CategoryCode.HIV_AFFECTED, new Caller(UUID.randomUUID(), 1, List.of(coordinator), null))
                        .isEmpty())
                .isTrue();
    }
}
