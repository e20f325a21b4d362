package org.shouwang.register.assessment;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.assessment.AssessmentSealed.Screen;
import org.shouwang.register.child.RiskLevel;

/**
 * One assessment as it stands.
 *
 * @param riskLevel the level that it counts for
 * @param answers null of one that a worker judged by hand
 */
record AssessmentRow(
        UUID id,
        int version,
        UUID childId,
        String modelVersion,
        AssessmentState state,
        RiskLevel riskLevel,
        LocalDate assessedOn,
        @Nullable LocalDate validUntil,
        UUID assessorAppointmentId,
        @Nullable Given answers,
        @Nullable Decided decision) {

    /**
     * What was answered.
     *
     * @param author the worker who assessed
     * @param ownWord whether a lower level holds by the author's own word, who coordinates
     */
    record Given(
            UUID author,
            boolean ownWord,
            Screen screen,
            Map<String, Integer> scores,
            Map<String, String> reasons,
            Score score,
            @Nullable RiskLevel overrideLevel,
            @Nullable String overrideReason) {

        /** The level that the assessor thinks right. */
        RiskLevel wanted() {
            return overrideLevel == null ? score.level() : overrideLevel;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /** What was said of the lower level. */
    record Decided(
            UUID id,
            UUID workerId,
            UUID appointmentId,
            String hash,
            @Nullable String reason) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** The post by whose word a lower level holds, or does not. */
    @Nullable
    UUID confirmer() {
        if (decision != null) {
            return decision.appointmentId();
        }
        return answers != null && answers.ownWord() ? assessorAppointmentId : null;
    }

    boolean isBy(UUID worker) {
        return answers != null && answers.author().equals(worker);
    }

    /** Whether this is what was asked for when it was made. */
    boolean isMadeBy(AssessmentForm form, UUID child) {
        return answers != null
                && childId.equals(child)
                && answers.screen().hash().equals(AssessmentJson.hex(form.hash()));
    }
}
