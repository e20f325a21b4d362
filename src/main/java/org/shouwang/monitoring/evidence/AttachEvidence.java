package org.shouwang.monitoring.evidence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;

/** Makes files stand behind something of their unit, in its transaction; from then on they are never deleted. */
@Singleton
public class AttachEvidence {

    private static final String COMPLETE = """
            select id from evidence_file where id = any($1) and unit_id = $2 and completed_at is not null
            order by id
            for update
            """;

    private static final String ATTACH =
            "update evidence_file set keep_until = null where id = any($1) and keep_until is not null";

    /**
     * What stands against it: only complete files of the unit may be attached, each once. They are held until the transaction
     * ends.
     *
     * @param files null like none
     */
    public Uni<List<Violation>> check(SqlClient transaction, String field, @Nullable List<UUID> files, UUID unit) {
        UUID[] ids = ids(files);
        return ids.length == 0
                ? Uni.createFrom().item(List.of())
                : transaction
                        .preparedQuery(COMPLETE)
                        .execute(Tuple.of(ids, unit))
                        .map(rows -> rows.size() == ids.length
                                ? List.of()
                                : List.of(Violation.of(field, "evidence-complete")));
    }

    /**
     * Refers to them for good.
     *
     * @param files that were checked
     */
    public Uni<Void> attach(SqlClient transaction, @Nullable List<UUID> files) {
        UUID[] ids = ids(files);
        return ids.length == 0
                ? Uni.createFrom().voidItem()
                : transaction.preparedQuery(ATTACH).execute(Tuple.of(ids)).replaceWithVoid();
    }

    private static UUID[] ids(@Nullable List<UUID> files) {
        return files == null ? new UUID[0] : files.toArray(UUID[]::new);
    }
}
