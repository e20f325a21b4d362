package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.feed.BrokenRecords;
import org.shouwang.platform.feed.ChangeFeed;
import org.shouwang.register.SealedFields;

/** Children's files in the change feed, as {@link LookAtChild} shows them; what a page shows is logged where it is read. */
@Singleton
class ChildFeed implements ChangeFeed {

    static final String KIND = "child";

    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final SealedFields sealed;
    private final Trail trail;
    private final BrokenRecords broken;

    ChildFeed(
            ChildRepository children,
            ChildPartsRepository parts,
            SealedFields sealed,
            Trail trail,
            BrokenRecords broken) {
        this.children = children;
        this.parts = parts;
        this.sealed = sealed;
        this.trail = trail;
        this.broken = broken;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String schema() {
        return "Child";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.CHILD_READ);
    }

    @Override
    @WithTransaction
    public Uni<Map<UUID, Object>> load(Collection<UUID> ids, Caller caller) {
        return children.byIds(ids)
                .map(found -> found.stream()
                        .filter(child -> caller.may(Right.CHILD_READ, child.areaCode))
                        .toList())
                .call(visible -> trail.looked(caller, Right.CHILD_READ, "child.sync", "CHILD", subjects(visible)))
                .chain(visible -> parts.ofChildren(
                                visible.stream().map(child -> child.id).toList())
                        .map(of -> views(visible, of, caller)));
    }

    private static List<Subject> subjects(List<Child> shown) {
        return shown.stream()
                .map(child -> new Subject("CHILD", child.id, child.areaCode))
                .toList();
    }

    private Map<UUID, Object> views(List<Child> visible, Map<UUID, ChildParts> partsOf, Caller caller) {
        return broken.viewsOf(
                KIND,
                visible,
                child -> child.id,
                child -> ChildView.of(child, Objects.requireNonNull(partsOf.get(child.id)), caller, sealed));
    }
}
