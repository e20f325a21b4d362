package org.shouwang.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ReferenceFeed;

/**
 * The follow-up matrices on phones, a record for each level: a phone says by itself when a child is due. The caller has those of the
 * areas of the own posts, see {@link PolicyPlace}.
 */
@Singleton
class PolicyFeed implements ReferenceFeed {

    private final Areas areas;
    private final FollowUpPolicies policies;

    PolicyFeed(Areas areas, FollowUpPolicies policies) {
        this.areas = areas;
        this.policies = policies;
    }

    @Override
    public String kind() {
        return "policy";
    }

    @Override
    public String schema() {
        return "FollowUpPolicy";
    }

    @Override
    public Uni<List<Reference>> load(Caller caller) {
        return areas.parents(caller.where(Right.SYNC)).map(found -> PolicyPlace.of(found, policies::at).stream()
                .flatMap(place -> place.policy().levels().stream()
                        .map(level -> new Reference(
                                id(place.area(), level.riskLevel()),
                                PolicyView.of(place.area(), place.policy(), level))))
                .toList());
    }

    private static UUID id(AreaCode area, String level) {
        return UUID.nameUUIDFromBytes(("policy/" + area + '/' + level).getBytes(UTF_8));
    }
}
