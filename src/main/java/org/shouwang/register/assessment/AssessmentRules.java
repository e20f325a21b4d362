package org.shouwang.register.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.Findings;

/** What an assessment must be by itself (data dictionary, section 9.1). An emergency needs no more than its yes. */
final class AssessmentRules {

    private AssessmentRules() {}

    /**
     * All that is wrong with it.
     *
     * @param birthDate of the child, as far as it is known
     * @param model the one it names, null where there is none of this name
     * @param offline whether a phone made it without network
     */
    static List<Violation> check(
            AssessmentForm form,
            @Nullable RiskModel model,
            @Nullable LocalDate birthDate,
            LocalDate today,
            boolean offline) {
        Findings findings = new Findings(today);
        LocalDate on = form.assessedOn();
        findings.past(on, "assessedOn");
        findings.require(birthDate == null || !on.isBefore(birthDate), "assessedOn", "assessed-after-birth");
        String reason = form.overrideReason();
        findings.require(
                form.overrideLevel() == null || (reason != null && !reason.isBlank()),
                "overrideReason",
                "override-needs-reason");
        findings.require(model != null, "modelVersion", "risk-model-known");
        if (model != null) {
            findings.require(
                    form.isEmergency() || model.isUsableOn(on, offline), "modelVersion", "risk-model-replaced");
            screen(form, model, findings);
            items(form, model, findings);
        }
        return findings.all();
    }

    private static void screen(AssessmentForm form, RiskModel model, Findings findings) {
        Set<String> asked = model.emergencies().stream()
                .map(question -> question.code().name())
                .collect(Collectors.toSet());
        known(form.emergencyAnswers(), "emergencyAnswers", asked, findings);
        if (!form.isEmergency()) {
            asked.stream()
                    .sorted()
                    .forEach(code -> findings.require(
                            form.emergencyAnswers().containsKey(code),
                            "emergencyAnswers." + code,
                            "emergency-unanswered"));
        }
    }

    private static void items(AssessmentForm form, RiskModel model, Findings findings) {
        Set<String> asked = model.items().stream().map(RiskModel.Item::code).collect(Collectors.toSet());
        Map<String, Integer> scores = form.scores();
        known(scores, "itemScores", asked, findings);
        known(form.reasons(), "unknownReasons", asked, findings);
        for (RiskModel.Item item : model.items()) {
            Integer score = scores.get(item.code());
            if (score != null) {
                findings.require(
                        score >= 0 && score <= item.highest(),
                        "itemScores." + item.code(),
                        "risk-score",
                        item.highest());
            } else if (!form.isEmergency()) {
                findings.require(
                        !form.reasons().getOrDefault(item.code(), "").isBlank(),
                        "unknownReasons." + item.code(),
                        "unknown-needs-reason");
            }
        }
        findings.require(form.isEmergency() || !scores.isEmpty(), "itemScores", "risk-all-unknown");
    }

    private static void known(Map<String, ?> given, String field, Set<String> asked, Findings findings) {
        findings.require(asked.containsAll(given.keySet()), field, "risk-code-known");
    }
}
