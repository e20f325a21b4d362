package org.shouwang.platform.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.platform.LocalDays;

/** Seals and the rows that they hold; never more than a page of rows in memory. */
@Singleton
class SealRows {

    private static final int PAGE = 1000;

    private static final String AFTER = """
            select number, month, from_position, to_position, row_count, digest, previous, chained,
                   dropped_at is not null as dropped
            from audit_seal where table_name = $1 and number > $2 order by number limit $3
            """;

    private static final String LAST = """
            select number, month, from_position, to_position, row_count, digest, previous, chained,
                   dropped_at is not null as dropped
            from audit_seal where table_name = $1 order by number desc limit 1
            """;

    private static final String DROPPED =
            "select count(*) as seals from audit_seal where table_name = $1 and dropped_at is not null";

    private static final String INSERT = """
            insert into audit_seal (table_name, number, month, from_position, to_position, row_count, digest, previous,
                                    chained, sealed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;

    /** The seals of a table in their order, after one. */
    Uni<List<Seal>> after(SqlClient client, SealedTable table, long number, int most) {
        return client.preparedQuery(AFTER)
                .execute(Tuple.of(table.table(), number, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> seal(table, row))
                        .toList());
    }

    Uni<Optional<Seal>> last(SqlClient client, SealedTable table) {
        return client.preparedQuery(LAST).execute(Tuple.of(table.table())).map(rows -> first(rows)
                .map(row -> seal(table, row)));
    }

    /** How many seals hold rows that retention dropped. */
    Uni<Long> dropped(SqlClient client, SealedTable table) {
        return client.preparedQuery(DROPPED)
                .execute(Tuple.of(table.table()))
                .map(rows -> rows.iterator().next().getLong("seals"));
    }

    Uni<Void> insert(SqlClient client, Seal seal, OffsetDateTime at) {
        Tuple row = Tuple.of(seal.table().table(), seal.number(), seal.month(), seal.from(), seal.to())
                .addLong(seal.sum().rows())
                .addString(seal.sum().digest())
                .addString(seal.previous())
                .addString(seal.chained())
                .addOffsetDateTime(at);
        return client.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    /** The rows of one month within a range of positions, as they are now. */
    Uni<RowSum> sum(SqlClient client, SealedTable table, long from, long to, LocalDate month) {
        Reading reading = new Reading(from - 1);
        return Multi.createBy()
                .repeating()
                .uni(() -> client.preparedQuery(table.rows())
                        .execute(Tuple.of(from, to, first(month), first(month.plusMonths(1)))
                                .addLong(reading.position)
                                .addUUID(reading.id)
                                .addInteger(PAGE))
                        .map(reading::take))
                .whilst(rows -> rows == PAGE)
                .collect()
                .last()
                .map(rows -> reading.digest.sum());
    }

    /** Where the reading of rows stands. */
    private static final class Reading {

        private final RowDigest digest = new RowDigest();
        private long position;
        private UUID id = new UUID(0, 0);

        Reading(long position) {
            this.position = position;
        }

        int take(RowSet<Row> rows) {
            for (Row row : rows) {
                digest.add(Arrays.asList(row.getArrayOfStrings("sealed")));
                position = row.getLong("position");
                id = row.getUUID("id");
            }
            return rows.size();
        }
    }

    private static Seal seal(SealedTable table, Row row) {
        return new Seal(
                table,
                row.getLong("number"),
                row.getLocalDate("month"),
                row.getLong("from_position"),
                row.getLong("to_position"),
                new RowSum(row.getLong("row_count"), row.getString("digest")),
                row.getString("previous"),
                row.getString("chained"),
                row.getBoolean("dropped"));
    }

    static OffsetDateTime first(LocalDate day) {
        return LocalDays.at(day, LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC);
    }

    static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }
}
