package org.shouwang.protection.violence;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.protection.SealedTexts;
import org.shouwang.protection.violence.OrderCodes.OrderApplicant;
import org.shouwang.protection.violence.OrderCodes.OrderMeasure;

/** Warning letters and protection orders as a session and the reactive pool read them alike: each row as one text. */
final class PaperRow {

    static final String AS_TEXT = "cast(row_to_json(p) as text)";

    private static final String HEX = "\\x";

    private PaperRow() {}

    static WarningLetter letter(JsonObject row, SealedTexts texts) {
        UUID id = uuid(row, "id");
        return new WarningLetter(
                id,
                uuid(row, "case_id"),
                texts.opened(ViolenceSealed.LETTER_NO, id, bytes(row, "letter_no_cipher")),
                LocalDate.parse(row.getString("issued_on")),
                day(row, "village_notified_on"),
                row.getBoolean("mistaken"));
    }

    static ProtectionOrder order(JsonObject row, SealedTexts texts) {
        UUID id = uuid(row, "id");
        String extended = row.getString("extends_id");
        String accepted = row.getString("accepted_at");
        return new ProtectionOrder(
                id,
                uuid(row, "case_id"),
                extended == null ? null : UUID.fromString(extended),
                LocalDate.parse(row.getString("applied_on")),
                accepted == null ? null : moment(accepted),
                OrderApplicant.valueOf(row.getString("applied_by")),
                row.getBoolean("urgent"),
                day(row, "refused_on"),
                texts.opened(ViolenceSealed.ORDER_NO, id, bytes(row, "order_no_cipher")),
                measures(row.getJsonArray("measures")),
                day(row, "valid_from"),
                day(row, "valid_to"),
                day(row, "served_on"),
                day(row, "ended_on"),
                row.getBoolean("mistaken"));
    }

    static String hash(JsonObject row) {
        return row.getString("request_hash").substring(HEX.length());
    }

    private static @Nullable List<OrderMeasure> measures(@Nullable JsonArray codes) {
        return codes == null
                ? null
                : codes.stream()
                        .map(code -> OrderMeasure.valueOf((String) code))
                        .toList();
    }

    private static UUID uuid(JsonObject row, String column) {
        return UUID.fromString(row.getString(column));
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static @Nullable LocalDate day(JsonObject row, String column) {
        String text = row.getString(column);
        return text == null ? null : LocalDate.parse(text);
    }

    private static byte @Nullable [] bytes(JsonObject row, String column) {
        String text = row.getString(column);
        return text == null ? null : HexFormat.of().parseHex(text.substring(HEX.length()));
    }
}
