package org.shouwang.staff;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who still holds which post, for use cases that learn only inside their transaction whom they have to tell. */
@Singleton
public class PostsInOffice {

    /** A post that is being ended is waited for, and is gone then; one that is found does not end before the transaction. */
    private static final String KEPT = """
            select a.id || '/' || w.id || '/' || w.number
            from appointment a join worker w on w.id = a.worker_id
            where a.id = any(cast(:appointments as uuid[])) and a.status <> 'ENDED' and w.status = 'ACTIVE'
            order by a.id
            for share of a
            """;

    /**
     * A post with its holder.
     *
     * @param workerNumber the worker's short number; its negative is the worker's own scope in the change feed
     */
    public record InOffice(UUID appointmentId, UUID workerId, long workerNumber) {

        public static InOffice of(Posts.Holder holder) {
            return new InOffice(holder.post().appointmentId(), holder.workerId(), holder.workerNumber());
        }

        private static InOffice read(String row) {
            String[] parts = row.split("/", -1);
            return new InOffice(UUID.fromString(parts[0]), UUID.fromString(parts[1]), Long.parseLong(parts[2]));
        }
    }

    /** Those of the appointments that have not ended, kept so until the end of the caller's transaction. */
    public Uni<Map<UUID, InOffice>> kept(Collection<UUID> appointmentIds) {
        if (appointmentIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEPT, String.class)
                        .setParameter("appointments", appointmentIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(InOffice::read)
                        .collect(Collectors.toMap(InOffice::appointmentId, Function.identity())));
    }
}
