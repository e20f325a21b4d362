package org.shouwang.platform.feed;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;

/** Puts records with several scopes, or a worker's own, into the feed, in the transaction of the calling use case. */
@Singleton
public class FeedWriter {

    /** Puts the record at this version into every scope (village codes, or minus a worker's number). */
    public Uni<Void> put(Collection<Long> scopes, String kind, UUID id, int version) {
        Long[] distinct = scopes.stream().distinct().sorted().toArray(Long[]::new);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select feed_put(scope, :kind, :id, :version) from unnest(cast(:scopes as bigint[])) scope",
                                Object.class)
                        .setParameter("kind", kind)
                        .setParameter("id", id)
                        .setParameter("version", version)
                        .setParameter("scopes", distinct)
                        .getResultList())
                .replaceWithVoid();
    }
}
