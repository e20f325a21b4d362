package org.shouwang.visit;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;

/** All rooms that listen, one after the other in their order. */
@Singleton
class VisitListeners {

    private final List<VisitListener> listeners;

    VisitListeners(@All List<VisitListener> listeners) {
        this.listeners = listeners.stream()
                .sorted(Comparator.comparingInt(VisitListener::order))
                .toList();
    }

    Uni<Void> recorded(RecordedVisit visit, Caller caller, Post acting) {
        return each(listener -> listener.recorded(visit, caller, acting));
    }

    Uni<Void> amended(RecordedVisit before, RecordedVisit now, Caller caller, Post acting) {
        return each(listener -> listener.amended(before, now, caller, acting));
    }

    Uni<Void> verified(RecordedVisit visit, Caller caller, Post acting) {
        return each(listener -> listener.verified(visit, caller, acting));
    }

    Uni<Void> returned(RecordedVisit visit, Caller caller, Post acting) {
        return each(listener -> listener.returned(visit, caller, acting));
    }

    private Uni<Void> each(Function<VisitListener, Uni<Void>> tell) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (VisitListener listener : listeners) {
            told = told.chain(() -> tell.apply(listener));
        }
        return told;
    }
}
