package org.shouwang.register;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.feed.ChangeFeed;

/** Children's files in the change feed, as {@link LookAtChild} shows them. */
@Singleton
class ChildFeed implements ChangeFeed {

    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final SealedFields sealed;

    ChildFeed(ChildRepository children, ChildPartsRepository parts, SealedFields sealed) {
        this.children = children;
        this.parts = parts;
        this.sealed = sealed;
    }

    @Override
    public String kind() {
        return "child";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.CHILD_READ);
    }

    @Override
    @WithSession
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return children.byIds(ids)
                .map(found -> found.stream()
                        .filter(child -> caller.may(Right.CHILD_READ, child.areaCode))
                        .toList())
                .chain(visible -> parts.ofChildren(
                                visible.stream().map(child -> child.id).toList())
                        .map(of -> views(visible, of, caller)));
    }

    private Map<UUID, Object> views(List<Child> visible, Map<UUID, ChildParts> partsOf, Caller caller) {
        return visible.stream()
                .collect(Collectors.toMap(
                        child -> child.id,
                        child -> ChildView.of(child, Objects.requireNonNull(partsOf.get(child.id)), caller, sealed)));
    }
}
