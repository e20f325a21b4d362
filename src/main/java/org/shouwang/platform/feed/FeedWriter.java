package org.shouwang.platform.feed;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import org.shouwang.platform.record.SessionSql;

/** Puts records with several scopes, or a worker's own, into the feed, in the transaction of the calling use case. */
@Singleton
public class FeedWriter {

    private static final String PUT = "select feed_put(scope, $1, $2, $3) from unnest(cast($4 as bigint[])) scope";

    /** Puts the record at this version into every scope (village codes, or minus a worker's number). */
    public Uni<Void> put(Collection<Long> scopes, String kind, UUID id, int version) {
        Long[] distinct = scopes.stream().distinct().sorted().toArray(Long[]::new);
        return SessionSql.rows(PUT, kind, id, version, distinct).replaceWithVoid();
    }
}
