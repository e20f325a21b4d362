package org.shouwang.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.feed.ReferenceFeed;

/** The follow-up matrix on phones, a record for each level: a phone says by itself when a child is due. */
@Singleton
class PolicyFeed implements ReferenceFeed {

    /** The level as which a child is followed whom nobody has assessed yet. */
    private static final String OF_UNASSESSED = "HIGH";

    private final List<Reference> policies;

    PolicyFeed() {
        this.policies = FollowUpPolicy.standard().levels().stream()
                .map(policy -> new Reference(
                        id(policy.riskLevel()),
                        PolicyView.of(policy, policy.riskLevel().equals(OF_UNASSESSED))))
                .toList();
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
        return Uni.createFrom().item(policies);
    }

    private static UUID id(String level) {
        return UUID.nameUUIDFromBytes(("policy/" + level).getBytes(UTF_8));
    }
}
