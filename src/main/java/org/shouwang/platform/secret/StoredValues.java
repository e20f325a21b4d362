package org.shouwang.platform.secret;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.shouwang.platform.secret.HashState.Phase;

/** Questions about all encrypted values of the database; each reads whole tables. */
@Singleton
class StoredValues {

    private final List<SealedColumn> columns;
    private final FieldCipher fields;

    StoredValues(@All List<SealedColumns> rooms, FieldCipher fields) {
        this.columns = rooms.stream().flatMap(room -> room.columns().stream()).toList();
        this.fields = fields;
    }

    /**
     * How the values of one column stand.
     *
     * @param values how many stand under the key of each mark
     * @param unfinished how many keep the next step of a change of the hash key from beginning
     * @param clear how many stand in the clear
     */
    record Count(String column, Map<String, Long> values, long unfinished, long clear) {}

    Uni<List<Count>> count(SqlClient client, Phase phase) {
        return each(column -> {
            SealedSql sql = new SealedSql(column, phase);
            return counted(client, column, sql)
                    .chain(values -> number(client, column, sql.unfinished()).chain(unfinished -> number(
                                    client,
                                    column,
                                    Optional.ofNullable(column.clear()).map(clear -> clear + " is not null"))
                            .map(clear -> new Count(column.name(), values, unfinished, clear))));
        });
    }

    private static Uni<Map<String, Long>> counted(SqlClient client, SealedColumn column, SealedSql sql) {
        return client.query("select %s as mark, count(*) as many from %s where %s is not null group by 1"
                        .formatted(sql.mark(), column.table(), column.cipher()))
                .execute()
                .map(rows -> {
                    Map<String, Long> values = new TreeMap<>();
                    rows.forEach(row -> values.put(row.getString("mark"), row.getLong("many")));
                    return values;
                });
    }

    private static Uni<Long> number(SqlClient client, SealedColumn column, Optional<String> condition) {
        return condition
                .map(where -> client.query("select count(*) as many from %s where %s".formatted(column.table(), where))
                        .execute()
                        .map(rows -> rows.iterator().next().getLong("many")))
                .orElseGet(() -> Uni.createFrom().item(0L));
    }

    /** How many values keep the phase after this one from beginning. */
    Uni<Long> unfinished(SqlClient client, Phase phase) {
        return each(column -> number(client, column, new SealedSql(column, phase).unfinished()))
                .map(all -> all.stream().mapToLong(Long::longValue).sum());
    }

    /** Opens one value of each column and key, and names the columns where one does not open. */
    Uni<List<String>> closed(SqlClient client) {
        return each(column -> {
                    SealedSql sql = new SealedSql(column, Phase.REST);
                    return client.query("""
                                    select distinct on (%1$s) %2$s, %3$s as cipher, null::text as clear, null::text as purpose
                                    from %4$s where %3$s is not null
                                    """.formatted(sql.mark(), column.keyColumns(), column.cipher(), column.table()))
                            .execute()
                            .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                    .map((Row row) -> SealedRow.of(column, row))
                                    .anyMatch(row -> !row.opens(column, fields)));
                })
                .map(closed -> IntStream.range(0, columns.size())
                        .filter(closed::get)
                        .mapToObj(i -> columns.get(i).name())
                        .toList());
    }

    private <T> Uni<List<T>> each(Function<SealedColumn, Uni<T>> question) {
        return Multi.createFrom()
                .iterable(columns)
                .onItem()
                .transformToUniAndConcatenate(column -> question.apply(column))
                .collect()
                .asList();
    }
}
