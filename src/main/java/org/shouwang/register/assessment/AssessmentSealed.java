package org.shouwang.register.assessment;

import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.SealedColumn;
import org.shouwang.platform.secret.SealedColumns;

/**
 * The emergency screen, and what assessors and coordinators write in their own words. Scores stay readable for figures, but for
 * those of a CRITICAL assessment: low or missing ones beside that level would tell of the danger. The hash of the request is
 * closed too: whoever has the row alone would find the answers by trying them all.
 */
@Singleton
class AssessmentSealed implements SealedColumns {

    static final SealedColumn EMERGENCY = answers("emergency_cipher");
    static final SealedColumn UNKNOWN_REASONS = answers("unknown_reasons_cipher");
    static final SealedColumn OVERRIDE_REASON = answers("override_reason_cipher");
    static final SealedColumn DECISION_REASON =
            SealedColumn.of("assessment_decision", "reason_cipher", "reason_cipher");

    private static final String ANSWERS = "answers";
    private static final String INCIDENT = "incidentId";
    private static final String HASH = "requestHash";
    private static final String TOTAL = "total";
    private static final String SCORES = "scores";

    private final FieldCipher cipher;

    AssessmentSealed(FieldCipher cipher) {
        this.cipher = cipher;
    }

    private static SealedColumn answers(String column) {
        return SealedColumn.of("assessment_answers", column, column).keyedBy("assessment_id");
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(EMERGENCY, UNKNOWN_REASONS, OVERRIDE_REASON, DECISION_REASON);
    }

    /**
     * The emergency screen, with all that would tell of it.
     *
     * @param incidentId the incident that it opened, or to which it was added; null without any yes
     * @param hash of the request, in hex
     * @param total null where it is open, or nothing is known
     * @param scores none where they are open
     */
    record Screen(
            Map<String, Boolean> answers,
            @Nullable UUID incidentId,
            String hash,
            @Nullable Integer total,
            Map<String, Integer> scores) {

        Screen {
            answers = Map.copyOf(answers);
            scores = Map.copyOf(scores);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    byte[] close(UUID assessment, Screen screen) {
        UUID incident = screen.incidentId();
        JsonObject json = new JsonObject()
                .put(ANSWERS, new JsonObject(Map.copyOf(screen.answers())))
                .put(HASH, screen.hash())
                .put(TOTAL, screen.total())
                .put(SCORES, new JsonObject(Map.copyOf(screen.scores())));
        if (incident != null) {
            json.put(INCIDENT, incident.toString());
        }
        return cipher.encrypt(json.encode(), EMERGENCY.placeOf(List.of(assessment)));
    }

    Screen screen(UUID assessment, byte[] closed) {
        JsonObject json = new JsonObject(cipher.decrypt(closed, EMERGENCY.placeOf(List.of(assessment))));
        String incident = json.getString(INCIDENT);
        return new Screen(
                json.getJsonObject(ANSWERS).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, answer -> (Boolean) answer.getValue())),
                incident == null ? null : UUID.fromString(incident),
                json.getString(HASH),
                json.getInteger(TOTAL),
                json.getJsonObject(SCORES).stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, score -> (Integer) score.getValue())));
    }

    byte @Nullable [] close(SealedColumn column, UUID row, @Nullable String text) {
        return text == null || text.isBlank() ? null : cipher.encrypt(text.strip(), column.placeOf(List.of(row)));
    }

    @Nullable
    String open(SealedColumn column, UUID row, byte @Nullable [] closed) {
        return closed == null ? null : cipher.decrypt(closed, column.placeOf(List.of(row)));
    }
}
