package org.shouwang.register.household;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** What households show to the rooms above and to phones. */
@QuarkusTest
class HouseholdFacesApiTest {

    private static final AreaCode VILLAGE = AreaCode.of(Accounts.VILLAGE);
    private static final AreaCode SECOND_VILLAGE = AreaCode.of(Accounts.SECOND_VILLAGE);
    private static final UUID UNKNOWN = UUID.randomUUID();

    @Inject
    Households households;

    @Inject
    HouseholdFeed feed;

    private Families.Household household;

    @BeforeEach
    void register() {
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
    }

    @Test
    void factsOfAHouseholdNameItsMembers() throws Throwable {
        assertThat(inSession(() -> households.facts(household.id())))
                .contains(new HouseholdFacts(
                        household.id(), VILLAGE, Set.of(household.grandmother(), household.father())));
        assertThat(inSession(() -> households.facts(UNKNOWN))).isEmpty();
    }

    @Test
    void theFeedShowsWhatTheCallerMaySee() throws Throwable {
        assertThat(load(VILLAGE))
                .hasEntrySatisfying(household.id(), view -> assertThat(((HouseholdView) view).members())
                        .hasSize(2));
        assertThat(load(SECOND_VILLAGE)).isEmpty();
    }

    private Map<UUID, Object> load(AreaCode village) throws Throwable {
        Post director = RolePosts.post(RoleCode.CHILDREN_DIRECTOR, village.range(AreaLevel.VILLAGE));
        Caller caller = new Caller(UUID.randomUUID(), 1, List.of(director), null);
        return VertxContextSupport.subscribeAndAwait(() -> feed.load(List.of(household.id(), UNKNOWN), caller));
    }

    private static <T> T inSession(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(work));
    }
}
