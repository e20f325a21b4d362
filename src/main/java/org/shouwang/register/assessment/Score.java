package org.shouwang.register.assessment;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.register.child.RiskLevel;

/**
 * What answers amount to (roles and law, section 5).
 *
 * @param total from 0 to 100; null where every item is unknown
 * @param level CRITICAL after any yes of the emergency screen, whatever the total
 */
record Score(@Nullable Integer total, RiskLevel level) {

    /**
     * What these answers amount to; nothing when every item is unknown and there is no emergency.
     *
     * @param emergency whether any question of the emergency screen was answered with yes
     * @param scores of the items that are known; unknown ones count neither as harmless nor as grave
     */
    static Optional<Score> of(RiskModel model, boolean emergency, Map<String, Integer> scores) {
        Integer total = total(model, scores);
        if (emergency) {
            return Optional.of(new Score(total, RiskLevel.CRITICAL));
        }
        return total == null ? Optional.empty() : Optional.of(new Score(total, model.level(total)));
    }

    /**
     * What answers amount to after a yes of the emergency screen.
     *
     * @param model null where nobody knows what the scores mean
     */
    static Score ofDanger(@Nullable RiskModel model, Map<String, Integer> scores) {
        return new Score(model == null ? null : total(model, scores), RiskLevel.CRITICAL);
    }

    /** 100 × Σ scores ÷ Σ maxima of the items that are known, rounded to the nearest; a half goes up. */
    private static @Nullable Integer total(RiskModel model, Map<String, Integer> scores) {
        int sum = 0;
        int most = 0;
        for (RiskModel.Item item : model.items()) {
            Integer score = scores.get(item.code());
            if (score != null) {
                sum += score;
                most += item.highest();
            }
        }
        return most == 0 ? null : (200 * sum + most) / (2 * most);
    }
}
