package org.shouwang.register.assessment;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.register.child.RiskLevel;

/** Reads an assessment from its row, which comes as one JSON text. */
final class AssessmentJson {

    /** Of {@code risk_assessment r}, with its answers and what was decided about it. */
    static final String SELECT = """
            select cast(row_to_json(found) as text) from (
                select r.id, r.version, r.child_id, r.model_version, r.state, r.risk_level, r.assessed_on, r.valid_until,
                       r.assessor_appointment_id, a.recorded_by, a.own_word,
                       a.emergency_cipher, a.item_scores, a.unknown_reasons_cipher, a.total_score, a.computed_level,
                       a.override_level, a.override_reason_cipher,
                       d.id as decision_id, d.created_by as decided_by, d.appointment_id as confirmer,
                       encode(d.request_hash, 'hex') as decision_hash, d.reason_cipher as decision_reason_cipher
                from risk_assessment r
                left join assessment_answers a on a.assessment_id = r.id
                left join assessment_decision d on d.assessment_id = r.id
            """;

    private static final String HEX = "\\x";

    private AssessmentJson() {}

    static AssessmentRow read(String text, AssessmentSealed sealed) {
        JsonObject row = new JsonObject(text);
        UUID id = uuid(row, "id");
        return new AssessmentRow(
                id,
                row.getInteger("version"),
                uuid(row, "child_id"),
                row.getString("model_version"),
                AssessmentState.valueOf(row.getString("state")),
                RiskLevel.valueOf(row.getString("risk_level")),
                LocalDate.parse(row.getString("assessed_on")),
                row.getString("valid_until") == null ? null : LocalDate.parse(row.getString("valid_until")),
                uuid(row, "assessor_appointment_id"),
                row.getString("recorded_by") == null ? null : given(id, row, sealed),
                row.getString("decision_id") == null ? null : decided(row, sealed));
    }

    private static AssessmentRow.Given given(UUID id, JsonObject row, AssessmentSealed sealed) {
        AssessmentSealed.Screen screen = sealed.screen(id, Objects.requireNonNull(bytes(row, "emergency_cipher")));
        RiskLevel computed = RiskLevel.valueOf(row.getString("computed_level"));
        boolean grave = computed == RiskLevel.CRITICAL;
        String reasons = sealed.open(AssessmentSealed.UNKNOWN_REASONS, id, bytes(row, "unknown_reasons_cipher"));
        String override = row.getString("override_level");
        return new AssessmentRow.Given(
                uuid(row, "recorded_by"),
                row.getBoolean("own_word"),
                screen,
                grave ? screen.scores() : scores(row),
                reasons == null ? Map.of() : texts(new JsonObject(reasons)),
                new Score(grave ? screen.total() : row.getInteger("total_score"), computed),
                override == null ? null : RiskLevel.valueOf(override),
                sealed.open(AssessmentSealed.OVERRIDE_REASON, id, bytes(row, "override_reason_cipher")));
    }

    private static Map<String, Integer> scores(JsonObject row) {
        return row.getJsonObject("item_scores").stream()
                .collect(Collectors.toMap(Map.Entry::getKey, item -> (Integer) item.getValue()));
    }

    private static AssessmentRow.Decided decided(JsonObject row, AssessmentSealed sealed) {
        UUID id = uuid(row, "decision_id");
        return new AssessmentRow.Decided(
                id,
                uuid(row, "decided_by"),
                uuid(row, "confirmer"),
                row.getString("decision_hash"),
                sealed.open(AssessmentSealed.DECISION_REASON, id, bytes(row, "decision_reason_cipher")));
    }

    static String hex(RequestHash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    private static Map<String, String> texts(JsonObject json) {
        return json.stream().collect(Collectors.toMap(Map.Entry::getKey, reason -> (String) reason.getValue()));
    }

    private static UUID uuid(JsonObject row, String column) {
        return UUID.fromString(row.getString(column));
    }

    private static byte @Nullable [] bytes(JsonObject row, String column) {
        String hex = row.getString(column);
        return hex == null ? null : HexFormat.of().parseHex(hex.substring(HEX.length()));
    }
}
