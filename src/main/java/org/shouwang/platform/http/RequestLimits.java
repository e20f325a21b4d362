package org.shouwang.platform.http;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What every request keeps to. */
@Singleton
class RequestLimits implements KnownLimits {

    private final BodyLimits bodies;

    RequestLimits(BodyLimits bodies) {
        this.bodies = bodies;
    }

    @Override
    public List<Limit> limits() {
        return List.of(
                new Limit(
                        "requestBytes",
                        bodies.bodyLimit().asLongValue(),
                        "Body of a request, a batch of operations included; more is 413"),
                new Limit(
                        "requestListElements",
                        StrictJson.MOST_ELEMENTS,
                        "Elements of a list in a request; more is 400"),
                new Limit("pageRows", PageQuery.MOST, "`limit` of a list; more is 422"));
    }
}
