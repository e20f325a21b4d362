package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/** A listener of the tests: remembers what it was told, and fails for the visits that it is asked to fail for. */
@Singleton
class VisitWitness implements VisitListener {

    private final List<RecordedVisit> told = new CopyOnWriteArrayList<>();
    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();

    void failFor(UUID visit) {
        failing.add(visit);
    }

    List<RecordedVisit> toldOf(UUID visit) {
        return told.stream().filter(one -> one.id().equals(visit)).toList();
    }

    @Override
    public Uni<Void> recorded(RecordedVisit visit, Caller caller, Post acting) {
        told.add(visit);
        return failing.contains(visit.id())
                ? Uni.createFrom().failure(new IllegalStateException("a listener that fails"))
                : Uni.createFrom().voidItem();
    }
}
