package org.shouwang.monitoring.card;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;

/**
 * A yellow or red card (黄牌、红牌).
 *
 * @param ruleCode of the rule that asks for it; {@code HAND} where none does
 * @param valueId of the value for which it is; null where the value is missing
 * @param notedAt when the rules ceased to ask for it, since figures were corrected
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
        CardCondition condition,
        String reasonZh,
        String reasonEn,
        @Nullable UUID valueId,
        Instant proposedAt,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate endedOn,
        @Nullable UUID upgradedTo,
        @Nullable Instant notedAt,
        List<String> grounds) {

    /** Of the card {@code c} and its unit {@code o}. */
    static final String COLUMNS = """
            c.id, c.version, c.responsibility_id, c.period_id, c.area_code, c.unit_id, o.name as unit_name, c.indicator_code,
            c.colour, c.status, c.rule_code, c.condition, c.reason_zh, c.reason_en, c.value_id, c.proposed_at, c.issued_on, c.ended_on,
            c.upgraded_to, c.noted_at,
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
                CardCondition.valueOf(row.getString("condition")),
                row.getString("reason_zh"),
                row.getString("reason_en"),
                row.getUUID("value_id"),
                row.getOffsetDateTime("proposed_at").toInstant(),
                row.getLocalDate("issued_on"),
                row.getLocalDate("ended_on"),
                row.getUUID("upgraded_to"),
                moment(row, "noted_at"),
                Arrays.asList(row.getArrayOfStrings("grounds")));
    }

    /** What a rule asked for that goes by published figures. */
    boolean isByFigures() {
        return valueId != null && condition.isByFigures();
    }

    private static @Nullable Instant moment(Row row, String column) {
        OffsetDateTime moment = row.getOffsetDateTime(column);
        return moment == null ? null : moment.toInstant();
    }
}
