package org.shouwang.monitoring.card;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * A yellow or red card (黄牌、红牌).
 *
 * @param ruleCode of the rule that asks for it
 * @param valueId of the value for which it is; null where the value is missing
 * @param grounds the rules that have asked for it, each with the version of the value: {@code Y-GAP:2}
 */
record Card(
        UUID id,
        int version,
        UUID responsibilityId,
        UUID periodId,
        AreaCode area,
        UUID unitId,
        String unitName,
        String indicatorCode,
        CardColour colour,
        CardStatus status,
        String ruleCode,
        String reasonZh,
        String reasonEn,
        @Nullable UUID valueId,
        Instant proposedAt,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate endedOn,
        @Nullable UUID upgradedTo,
        List<String> grounds) {

    /** Of the card {@code c} and its unit {@code o}. */
    static final String COLUMNS = """
            c.id, c.version, c.responsibility_id, c.period_id, c.area_code, c.unit_id, o.name as unit_name, c.indicator_code,
            c.colour, c.status, c.rule_code, c.reason_zh, c.reason_en, c.value_id, c.proposed_at, c.issued_on, c.ended_on,
            c.upgraded_to,
            (select coalesce(array_agg(g.rule_code || ':' || g.value_version), '{}') from card_act g
             where g.card_id = c.id and g.rule_code is not null) as grounds
            """;

    Card {
        grounds = List.copyOf(grounds);
    }

    /** Reads a row of {@link #COLUMNS}. */
    static Card of(Row row) {
        return new Card(
                row.getUUID("id"),
                row.getInteger("version"),
                row.getUUID("responsibility_id"),
                row.getUUID("period_id"),
                new AreaCode(row.getLong("area_code")),
                row.getUUID("unit_id"),
                row.getString("unit_name"),
                row.getString("indicator_code"),
                CardColour.valueOf(row.getString("colour")),
                CardStatus.valueOf(row.getString("status")),
                row.getString("rule_code"),
                row.getString("reason_zh"),
                row.getString("reason_en"),
                row.getUUID("value_id"),
                row.getOffsetDateTime("proposed_at").toInstant(),
                row.getLocalDate("issued_on"),
                row.getLocalDate("ended_on"),
                row.getUUID("upgraded_to"),
                Arrays.asList(row.getArrayOfStrings("grounds")));
    }
}
