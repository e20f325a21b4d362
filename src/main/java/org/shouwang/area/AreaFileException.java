package org.shouwang.area;

/** The file as a whole cannot be taken; the rule says why. */
final class AreaFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String rule;

    AreaFileException(String rule) {
        super(rule, null, false, false);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
