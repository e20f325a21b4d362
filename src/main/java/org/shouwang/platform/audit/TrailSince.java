package org.shouwang.platform.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

/** Reads what became of a record since something was done that arrives only now; in the caller's session. */
@Singleton
public class TrailSince {

    /** Served by the index {@code audit_subject}. */
    private static final String OTHERS = """
            select count(*) from audit
            where subject_id = :subject and at > cast(:since as timestamptz) and action in (:actions)
              and worker_id is distinct from cast(:worker as uuid)
            """;

    /** Whether anybody but this worker has done any of this to the record since. */
    public Uni<Boolean> othersDid(Collection<String> actions, UUID recordId, Instant since, UUID workerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OTHERS, Long.class)
                        .setParameter("subject", recordId)
                        .setParameter("since", since.atOffset(ZoneOffset.UTC))
                        .setParameter("actions", actions)
                        .setParameter("worker", workerId)
                        .getSingleResult())
                .map(times -> times > 0);
    }
}
