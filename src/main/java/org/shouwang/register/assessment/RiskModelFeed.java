package org.shouwang.register.assessment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.feed.ReferenceFeed;

/** The models on phones: one shows the questions without network, and computes the level that the server will. */
@Singleton
class RiskModelFeed implements ReferenceFeed {

    private final List<Reference> models;

    RiskModelFeed(RiskModels models) {
        this.models = models.all().stream()
                .map(model ->
                        new Reference(UUID.nameUUIDFromBytes(("risk-model/" + model.version()).getBytes(UTF_8)), model))
                .toList();
    }

    @Override
    public String kind() {
        return "risk-model";
    }

    @Override
    public String schema() {
        return "RiskModel";
    }

    @Override
    public Uni<List<Reference>> load(Caller caller) {
        return Uni.createFrom().item(models);
    }
}
