package org.shouwang.platform.secret;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;

/**
 * Brings stored values under the keys of this node: what an older key encrypted, what has no hash under the newest key yet,
 * what an earlier release left in the clear. No version is raised and nothing enters the feed, since for whoever may read a
 * value nothing changed.
 */
@Singleton
class ResealColumns implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(ResealColumns.class);

    /** The triggers of version and feed look away, in this transaction only. */
    private static final String UNSEEN = "select set_config('shouwang.resealing', 'on', true)";

    private final List<SealedColumns> rooms;
    private final FieldCipher fields;
    private final KeyedHash hashes;
    private final Pool pool;

    ResealColumns(@All List<SealedColumns> rooms, FieldCipher fields, KeyedHash hashes, Pool pool) {
        this.rooms = List.copyOf(rooms);
        this.fields = fields;
        this.hashes = hashes;
        this.pool = pool;
    }

    @Override
    public String name() {
        return "reseal-columns";
    }

    @Override
    public int order() {
        return 92;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    /** Answers how many values it stored anew. Costs no statement while there is one key for each purpose. */
    @Override
    public Uni<Integer> runOnce() {
        return Multi.createFrom()
                .iterable(rooms)
                .onItem()
                .transformToIterable(SealedColumns::columns)
                .onItem()
                .transformToUniAndConcatenate(this::reseal)
                .collect()
                .with(java.util.stream.Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> reseal(SealedColumn column) {
        SealedSql sql = new SealedSql(column, hashes.phase());
        return sql.due(fields.keys().olderMarks())
                .map(due -> after(sql, due, column.beforeAll(), 0))
                .orElseGet(() -> Uni.createFrom().item(0));
    }

    private Uni<Integer> after(SealedSql sql, String due, List<UUID> key, int before) {
        return pool.withTransaction(connection -> batch(connection, sql, due, key))
                .chain(batch -> batch.last()
                        .map(last -> after(sql, due, last, before + batch.stored()))
                        .orElseGet(() -> Uni.createFrom().item(before + batch.stored())));
    }

    /** What one transaction did; {@code last} is the key to go on after, when there may be more. */
    private record Batch(int stored, Optional<List<UUID>> last) {}

    private Uni<Batch> batch(SqlConnection connection, SealedSql sql, String due, List<UUID> after) {
        Tuple key = Tuple.tuple();
        after.forEach(key::addUUID);
        return connection
                .preparedQuery(sql.claim(due))
                .execute(key)
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map((Row row) -> SealedRow.of(sql.column(), row))
                        .toList())
                .chain(rows -> store(connection, sql, rows));
    }

    private Uni<Batch> store(SqlConnection connection, SealedSql sql, List<SealedRow> rows) {
        List<Tuple> anew = rows.stream()
                .flatMap(row -> row.anew(sql, fields, hashes).stream())
                .toList();
        if (anew.size() < rows.size()) {
            LOG.warnf(
                    "%d values of %s open with no key",
                    rows.size() - anew.size(), sql.column().name());
        }
        Batch done = new Batch(
                anew.size(),
                rows.size() < SealedSql.BATCH
                        ? Optional.empty()
                        : Optional.of(rows.get(rows.size() - 1).key()));
        return anew.isEmpty()
                ? Uni.createFrom().item(done)
                : connection
                        .query(UNSEEN)
                        .execute()
                        .chain(() -> connection.preparedQuery(sql.store()).executeBatch(anew))
                        .replaceWith(done);
    }
}
