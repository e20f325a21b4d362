package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.shouwang.monitoring.card.Finding.Judged;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.catalogue.TargetOperator;

/** The figures on which a card was last proposed or given, as they stand in the history of a card. */
@Singleton
class LastGrounds {

    /** By card_act_card. */
    private static final String LAST = """
            select value_version, compared, small, operator, target_value, target_upper, gap
            from card_act where card_id = $1 and kind in ('PROPOSE', 'RENEW', 'HAND')
            order by done_at desc, id desc
            limit 1
            """;

    /**
     * The figures of a value.
     *
     * @param valueVersion 0 where it was missing
     */
    record Last(int valueVersion, Optional<Judged> judged) {}

    Uni<Last> of(SqlClient client, UUID card, Indicator indicator) {
        return client.preparedQuery(LAST).execute(Tuple.of(card)).map(rows -> StreamSupport.stream(
                        rows.spliterator(), false)
                .map(row -> new Last(row.getInteger("value_version"), judged(row, indicator)))
                .findFirst()
                .orElseThrow());
    }

    private static Optional<Judged> judged(Row row, Indicator indicator) {
        return Optional.ofNullable(row.getBigDecimal("compared"))
                .map(compared -> new Judged(
                        compared,
                        row.getBoolean("small"),
                        new YearTarget(
                                TargetOperator.valueOf(row.getString("operator")),
                                indicator.direction(),
                                row.getBigDecimal("target_value"),
                                row.getBigDecimal("target_upper")),
                        row.getBigDecimal("gap")));
    }
}
