package org.shouwang.register.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.Findings;

/** What an assessment must be by itself (data dictionary, section 9.1). One that tells of danger is never refused for it. */
final class AssessmentRules {

    private static final int OF_AGE = 18;

    private AssessmentRules() {}

    /**
     * All that is wrong with one that tells of no danger.
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
            findings.require(model.isUsableOn(on, offline), "modelVersion", "risk-model-replaced");
            screen(form, model, findings);
            items(form, model, findings);
        }
        return findings.all();
    }

    /**
     * What can be used of one that tells of danger: no form stands in its way (未成年人保护法 art. 11). A day on which it cannot
     * have been is the day of arrival, and scores by a model that nobody knows say nothing.
     *
     * @param version the one that it counts for
     * @param model null where there is none of this version
     */
    static AssessmentForm usable(
            AssessmentForm form,
            String version,
            @Nullable RiskModel model,
            @Nullable LocalDate birthDate,
            LocalDate today) {
        LocalDate on = form.assessedOn();
        LocalDate earliest = birthDate == null ? today.minusYears(OF_AGE) : birthDate;
        String reason = form.overrideReason();
        boolean overridden = reason != null && !reason.isBlank();
        List<RiskModel.Item> asked = model == null ? List.of() : model.items();
        Map<String, @Nullable Integer> scores = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        for (RiskModel.Item item : asked) {
            Integer score = form.scores().get(item.code());
            if (score != null && score >= 0 && score <= item.highest()) {
                scores.put(item.code(), score);
            }
            String unknown = form.reasons().getOrDefault(item.code(), "");
            if (!unknown.isBlank()) {
                reasons.put(item.code(), unknown);
            }
        }
        return new AssessmentForm(
                form.id(),
                version,
                form.emergencyAnswers(),
                scores,
                reasons,
                overridden ? form.overrideLevel() : null,
                overridden ? reason : null,
                on.isAfter(today) || on.isBefore(earliest) ? today : on);
    }

    private static void screen(AssessmentForm form, RiskModel model, Findings findings) {
        Set<String> asked = model.emergencies().stream()
                .map(question -> question.code().name())
                .collect(Collectors.toSet());
        known(form.emergencyAnswers(), "emergencyAnswers", asked, findings);
        asked.stream()
                .sorted()
                .forEach(code -> findings.require(
                        form.emergencyAnswers().containsKey(code), "emergencyAnswers." + code, "emergency-unanswered"));
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
            } else {
                findings.require(
                        !form.reasons().getOrDefault(item.code(), "").isBlank(),
                        "unknownReasons." + item.code(),
                        "unknown-needs-reason");
            }
        }
        findings.require(!scores.isEmpty(), "itemScores", "risk-all-unknown");
    }

    private static void known(Map<String, ?> given, String field, Set<String> asked, Findings findings) {
        findings.require(asked.containsAll(given.keySet()), field, "risk-code-known");
    }
}
