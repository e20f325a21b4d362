package org.shouwang.staff.handover;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.shouwang.platform.audit.Subject;

/** What belongs to appointments in all rooms, one kind after the other and always in one order. Runs in the caller's session. */
@Singleton
class AllBelongings {

    private final List<Belongings> kinds;

    AllBelongings(@All List<Belongings> kinds) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(Belongings::kind)).toList();
    }

    /** Records of one kind that changed hands. */
    record Moved(String kind, List<Subject> subjects) {}

    Uni<List<HandoverItem>> open(UUID appointmentId) {
        List<HandoverItem> items = new ArrayList<>();
        Uni<Void> gathered = Uni.createFrom().voidItem();
        for (Belongings kind : kinds) {
            gathered = gathered.chain(() -> kind.open(appointmentId))
                    .invoke(ids -> ids.forEach(id -> items.add(new HandoverItem(kind.kind(), id))))
                    .replaceWithVoid();
        }
        return gathered.replaceWith(items);
    }

    Uni<List<Moved>> move(Succession succession) {
        List<Moved> moved = new ArrayList<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Belongings kind : kinds) {
            done = done.chain(() -> kind.move(succession))
                    .invoke(subjects -> moved.add(new Moved(kind.kind(), subjects)))
                    .replaceWithVoid();
        }
        return done.replaceWith(moved);
    }
}
