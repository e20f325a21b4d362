package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.RolePosts;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;

/** What children's files show to the rooms above and to phones. */
@QuarkusTest
class FacesApiTest {

    private static final AreaCode VILLAGE = AreaCode.of(Accounts.VILLAGE);
    private static final AreaCode SECOND_VILLAGE = AreaCode.of(Accounts.SECOND_VILLAGE);
    private static final UUID UNKNOWN = UUID.randomUUID();

    @Inject
    Children children;

    @Inject
    ChildFeed childFeed;

    private Families.Household household;
    private UUID child;

    @BeforeEach
    void register() {
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "HIGH");
    }

    @Test
    void factsOfChildrenAreThoseOfTheFile() throws Throwable {
        Map<UUID, ChildFacts> facts = inSession(() -> children.facts(List.of(child, UNKNOWN)));

        assertThat(facts)
                .containsOnlyKeys(child)
                .containsValue(new ChildFacts(
                        child,
                        household.id(),
                        VILLAGE,
                        RiskLevel.HIGH,
                        FileStatus.ACTIVE,
                        Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR"),
                        LocalDate.of(2016, 5, 2)));
    }

    @Test
    void aNameIsFoundInItsVillageOnly() throws Throwable {
        assertThat(inSession(() -> children.anyNameIn(VILLAGE, "看望王小明"))).isTrue();
        assertThat(inSession(() -> children.anyNameIn(VILLAGE, "春季入户走访"))).isFalse();
        assertThat(inSession(() -> children.anyNameIn(AreaCode.of("610304116200"), "看望王小明")))
                .isFalse();
    }

    @Test
    void theFeedShowsWhatTheCallerMaySee() throws Throwable {
        assertThat(load(VILLAGE)).hasEntrySatisfying(child, view -> assertThat(((ChildView) view).assessment())
                .isNotNull());
        assertThat(load(SECOND_VILLAGE)).isEmpty();
    }

    private Map<UUID, Object> load(AreaCode village) throws Throwable {
        Post director = RolePosts.post(RoleCode.CHILDREN_DIRECTOR, village.range(AreaLevel.VILLAGE));
        Caller caller = new Caller(UUID.randomUUID(), 1, List.of(director), null);
        return VertxContextSupport.subscribeAndAwait(() -> childFeed.load(List.of(child, UNKNOWN), caller));
    }

    private static <T> T inSession(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(work));
    }
}
