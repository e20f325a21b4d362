package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwang.protection.directory.ResourcePlan.EntryKey;

/** Entries by what a list calls them, in the transaction of an import. */
@Singleton
class NamedResources {

    /** One list at a time: two that name a new entry would both make it. */
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended('resource-import', 0))";

    private static final String NAMED =
            "select " + StoredResource.COLUMNS + "from resource r\n" + StoredResource.SERVED + """
            where (r.area_code, r.category, r.name) in (select * from unnest($1::bigint[], $2::text[], $3::text[]))
            order by r.status = 'CLOSED', r.id
            for update of r
            """;

    /** Of several with one name the first that is not closed; held against every other change. */
    Uni<Map<EntryKey, StoredResource>> of(SqlClient transaction, List<EntryKey> keys) {
        Tuple names = Tuple.of(
                keys.stream().map(key -> key.area().value()).toArray(Long[]::new),
                keys.stream().map(key -> key.category().name()).toArray(String[]::new),
                keys.stream().map(EntryKey::name).toArray(String[]::new));
        return transaction
                .query(ALONE)
                .execute()
                .chain(() -> transaction.preparedQuery(NAMED).execute(names))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StoredResource::of)
                        .collect(Collectors.toMap(
                                stored -> EntryKey.of(stored.facts()), stored -> stored, (first, other) -> first)));
    }
}
