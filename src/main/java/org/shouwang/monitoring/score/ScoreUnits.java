package org.shouwang.monitoring.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.card.YearResults.YearResult;
import org.shouwang.monitoring.score.ComputeScores.Computed;

/** What units have in a book, written and read in a few statements however many they are. */
@Singleton
class ScoreUnits {

    private static final List<String> CLEAR = List.of(
            "delete from score_result where book_id = $1",
            "delete from score_part where book_id = $1",
            "delete from score_unit where book_id = $1");

    private static final String INSERT_UNITS = """
            insert into score_unit (book_id, unit_id, base)
            select $1::uuid, u.unit_id, u.base::numeric from unnest($2::uuid[], $3::text[]) as u(unit_id, base)
            """;

    private static final String INSERT_PARTS = """
            insert into score_part (book_id, unit_id, part, weight, points, inputs)
            select $1::uuid, p.unit_id, p.part, p.weight::numeric, p.points::numeric, p.inputs
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) as p(unit_id, part, weight, points, inputs)
            """;

    private static final String INSERT_RESULTS = """
            insert into score_result (book_id, responsibility_id, unit_id, area_code, indicator_code, grade, value, year_target)
            select $1::uuid, r.id, r.unit_id, r.area_code, r.indicator_code, i.grade, i.value::numeric, i.target
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as i(id, grade, value, target)
            join responsibility r on r.id = i.id
            """;

    private static final String UNITS = """
            select u.unit_id, coalesce(u.unit_name, o.name) as name, u.base, u.score, u.rank,
                   coalesce((select sum(a.points) from score_adjustment a where a.book_id = u.book_id and a.unit_id = u.unit_id), 0)
                       as adjustment
            from score_unit u join organisation o on o.id = u.unit_id
            where u.book_id = $1
            order by 2, u.unit_id
            """;

    private static final String FREEZE = """
            update score_unit u set score = f.score::numeric, rank = f.rank, unit_name = o.name
            from unnest($2::uuid[], $3::text[], $4::integer[]) as f(unit_id, score, rank)
            join organisation o on o.id = f.unit_id
            where u.book_id = $1 and u.unit_id = f.unit_id
            """;

    private static final String PARTS =
            "select unit_id, part, weight, points, inputs from score_part where book_id = $1 and ($2::uuid is null or unit_id = $2)";

    private static final String RESULTS = """
            select area_code, indicator_code, grade, value, year_target from score_result
            where book_id = $1 and unit_id = $2
            order by indicator_code, area_code
            """;

    /** Writes a draft in place of what was there. */
    Uni<Void> write(SqlClient transaction, UUID book, Computed computed) {
        Uni<Void> cleared = Uni.createFrom().voidItem();
        for (String table : CLEAR) {
            cleared = cleared.chain(() ->
                    transaction.preparedQuery(table).execute(Tuple.of(book)).replaceWithVoid());
        }
        List<UUID> units = List.copyOf(computed.scored().keySet());
        Tuple scores = Tuple.of(book)
                .addArrayOfUUID(units.toArray(UUID[]::new))
                .addArrayOfString(units.stream()
                        .map(unit ->
                                text(Objects.requireNonNull(computed.scored().get(unit))
                                        .base()))
                        .toArray(String[]::new));
        return cleared.chain(() -> transaction.preparedQuery(INSERT_UNITS).execute(scores))
                .chain(() -> transaction.preparedQuery(INSERT_PARTS).execute(parts(book, computed.scored())))
                .chain(() -> transaction.preparedQuery(INSERT_RESULTS).execute(results(book, computed.results())))
                .replaceWithVoid();
    }

    private static Tuple parts(UUID book, Map<UUID, Scored> scored) {
        List<UUID> units = new ArrayList<>();
        List<Scored.Part> parts = new ArrayList<>();
        scored.forEach((unit, score) -> score.parts().forEach(part -> {
            units.add(unit);
            parts.add(part);
        }));
        return Tuple.of(book)
                .addArrayOfUUID(units.toArray(UUID[]::new))
                .addArrayOfString(parts.stream().map(part -> part.part().name()).toArray(String[]::new))
                .addArrayOfString(
                        parts.stream().map(part -> text(part.weight())).toArray(String[]::new))
                .addArrayOfString(
                        parts.stream().map(part -> text(part.points())).toArray(String[]::new))
                .addArrayOfString(
                        parts.stream().map(part -> Inputs.text(part.counts())).toArray(String[]::new));
    }

    private static Tuple results(UUID book, List<YearResult> results) {
        return Tuple.of(book)
                .addArrayOfUUID(results.stream().map(one -> one.line().id()).toArray(UUID[]::new))
                .addArrayOfString(
                        results.stream().map(one -> one.outcome().name()).toArray(String[]::new))
                .addArrayOfString(results.stream().map(one -> text(one.value())).toArray(String[]::new))
                .addArrayOfString(results.stream().map(YearResult::yearTarget).toArray(String[]::new));
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    /** All units of a book, by name. */
    Uni<List<UnitScore>> of(SqlClient client, UUID book) {
        return client.preparedQuery(UNITS).execute(Tuple.of(book)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new UnitScore(
                        row.getUUID("unit_id"),
                        row.getString("name"),
                        row.getBigDecimal("base"),
                        row.getBigDecimal("adjustment"),
                        row.getBigDecimal("score"),
                        row.getInteger("rank")))
                .toList());
    }

    /** Keeps scores and ranks for ever. */
    Uni<Void> freeze(SqlClient transaction, UUID book, Map<UUID, BigDecimal> scores) {
        Map<UUID, Integer> ranks = Ranking.of(scores);
        List<UUID> units = List.copyOf(scores.keySet());
        return transaction
                .preparedQuery(FREEZE)
                .execute(Tuple.of(book)
                        .addArrayOfUUID(units.toArray(UUID[]::new))
                        .addArrayOfString(units.stream()
                                .map(unit -> text(scores.get(unit)))
                                .toArray(String[]::new))
                        .addArrayOfInteger(units.stream().map(ranks::get).toArray(Integer[]::new)))
                .replaceWithVoid();
    }

    /** @param unit whose parts; null for those of all */
    Uni<Map<UUID, List<Scored.Part>>> parts(SqlClient client, UUID book, @Nullable UUID unit) {
        return client.preparedQuery(PARTS).execute(Tuple.of(book, unit)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .collect(Collectors.groupingBy(
                        row -> row.getUUID("unit_id"),
                        Collectors.mapping(
                                row -> new Scored.Part(
                                        ScorePart.valueOf(row.getString("part")),
                                        row.getBigDecimal("weight"),
                                        row.getBigDecimal("points"),
                                        Inputs.counts(row.getString("inputs"))),
                                Collectors.toList()))));
    }

    /** On which indicators the results of a unit went. */
    Uni<List<UnitScoreView.Result>> results(SqlClient client, UUID book, UUID unit) {
        return client.preparedQuery(RESULTS).execute(Tuple.of(book, unit)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(UnitScoreView.Result::of)
                .toList());
    }
}
