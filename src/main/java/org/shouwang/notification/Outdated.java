package org.shouwang.notification;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;
import org.shouwang.notification.Delivery.Subject;
import org.shouwang.notification.StillTrue.Told;
import org.shouwang.platform.FailureKind;

/** Asks every room which notices are not true any more. */
@Singleton
class Outdated {

    private static final Logger LOG = Logger.getLogger(Outdated.class);

    private final List<StillTrue> rooms;

    Outdated(@All List<StillTrue> rooms) {
        this.rooms = rooms;
    }

    /** Where a room cannot say, its notices count as true: a needless hint harms less than one that is missing. */
    Uni<Set<UUID>> of(Collection<Subject> subjects) {
        return asked(subjects, StillTrue::outdated);
    }

    /** Those after which nobody need be sent any more: not true, or known to the worker. */
    Uni<Set<UUID>> orKnown(Collection<Subject> subjects) {
        return asked(subjects, StillTrue::outdated)
                .call(all -> asked(subjects, StillTrue::known).invoke(all::addAll));
    }

    private Uni<Set<UUID>> asked(
            Collection<Subject> subjects, BiFunction<StillTrue, Collection<Told>, Uni<Set<UUID>>> question) {
        Uni<Set<UUID>> found = Uni.createFrom().item(HashSet::new);
        for (StillTrue room : rooms) {
            List<Told> told = subjects.stream()
                    .filter(subject -> subject.type().equals(room.subjectType()))
                    .map(Subject::told)
                    .toList();
            if (!told.isEmpty()) {
                found = found.call(all -> question.apply(room, told)
                        .onFailure()
                        .recoverWithItem(failure -> {
                            LOG.warnf(
                                    "Whether notices of a %s are still true is not known: %s",
                                    room.subjectType(), FailureKind.of(failure));
                            return Set.of();
                        })
                        .invoke(all::addAll));
            }
        }
        return found;
    }
}
