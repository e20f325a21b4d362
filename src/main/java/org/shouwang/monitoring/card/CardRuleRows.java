package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.stream.StreamSupport;

/** The rules of cards, on the reactive client. */
@Singleton
class CardRuleRows {

    private static final String IN_FORCE = """
            select id, code, indicator_code, colour, condition, threshold from card_rule
            where valid_from <= $1 and (valid_to is null or valid_to >= $1) and area_code is null
            order by code
            """;

    Uni<CardRules> on(SqlClient client, LocalDate day) {
        return client.preparedQuery(IN_FORCE)
                .execute(Tuple.of(day))
                .map(rows -> new CardRules(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new CardRule(
                                row.getUUID("id"),
                                row.getString("code"),
                                row.getString("indicator_code"),
                                CardColour.valueOf(row.getString("colour")),
                                CardCondition.valueOf(row.getString("condition")),
                                row.getBigDecimal("threshold")))
                        .toList()));
    }
}
