package org.shouwang.platform.problem;

import java.util.List;

/**
 * One field that breaks one rule.
 *
 * @param field path of the field in the request, for example {@code children[0].childId}
 * @param rule name of the rule; its sentence stands in the message bundles under {@code rule.<name>}
 * @param values numbers or codes for the sentence, never personal data
 */
public record Violation(String field, String rule, List<Object> values) {

    public Violation {
        values = List.copyOf(values);
    }

    public static Violation of(String field, String rule, Object... values) {
        return new Violation(field, rule, List.of(values));
    }
}
