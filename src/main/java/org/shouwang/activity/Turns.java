package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.util.stream.Stream;

/**
 * Lets requests about the same key wait for each other, so that a check before the first write still holds at the write: a
 * phone that repeats a request while the first is under way gets 200, not a broken constraint.
 */
final class Turns {

    private static final String LOCK = """
            select count(pg_advisory_xact_lock(hashtextextended(key, 0))::text) from unnest(cast(:keys as text[])) key
            """;

    private Turns() {}

    /** Waits until no other transaction holds one of the keys; they are held until this transaction ends. */
    static Uni<Void> await(Object... keys) {
        String[] sorted = Stream.of(keys).map(Object::toString).sorted().toArray(String[]::new);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter("keys", sorted)
                        .getSingleResult())
                .replaceWithVoid();
    }
}
