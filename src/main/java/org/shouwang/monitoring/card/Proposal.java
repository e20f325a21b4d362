package org.shouwang.monitoring.card;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of a card that the rules ask for: at most one is open for an indicator, unit and period because of the value, and
 * one because it was missing. That it came late stays true when it has come. What the rules took back themselves they may propose again.
 */
record Proposal(Kind kind, Optional<Card> open) {

    enum Kind {
        /** Nothing is new. */
        NONE,
        NEW,
        /** The open one says otherwise: it becomes graver, or its value was corrected. */
        RENEW
    }

    /** The ground of a card: a rule, and the version of the value; 0 for a value that is missing. */
    private static String ground(CardRule rule, int valueVersion) {
        return rule.code() + ":" + valueVersion;
    }

    /**
     * Decides on what the rules ask for.
     *
     * @param all cards of the indicator, unit and period
     * @param valueVersion of the value; 0 where it is missing
     * @param reasonZh with the figures, which may be others though the value is the same
     */
    static Proposal decide(List<Card> all, CardRule rule, int valueVersion, String reasonZh) {
        List<Card> existing = all.stream()
                .filter(card ->
                        (card.valueId() == null) == (valueVersion == 0) && card.status() != CardStatus.WITHDRAWN)
                .toList();
        Optional<Card> open = existing.stream()
                .filter(card -> card.status() == CardStatus.PROPOSED)
                .findFirst();
        String ground = ground(rule, valueVersion);
        if (valueVersion > 0 && open.isPresent() && rule.condition().isByFigures()) {
            return new Proposal(says(open.get(), rule, ground, reasonZh) ? Kind.NONE : Kind.RENEW, open);
        }
        if (existing.stream().anyMatch(card -> card.grounds().contains(ground))) {
            return new Proposal(Kind.NONE, open);
        }
        if (open.isPresent()) {
            return new Proposal(isOutdated(open.get(), rule, valueVersion) ? Kind.RENEW : Kind.NONE, open);
        }
        boolean issued = existing.stream()
                .anyMatch(card -> card.status().isOut() && card.colour().compareTo(rule.colour()) >= 0);
        return new Proposal(issued ? Kind.NONE : Kind.NEW, open);
    }

    /** One that follows from a letter stays as it is, whatever becomes of the figures. */
    private static boolean says(Card open, CardRule rule, String ground, String reasonZh) {
        return !open.isByFigures()
                || (open.ruleCode().equals(rule.code())
                        && open.grounds().contains(ground)
                        && open.reasonZh().equals(reasonZh));
    }

    private static boolean isOutdated(Card open, CardRule rule, int valueVersion) {
        boolean corrected = open.valueId() != null && valueVersion > 0;
        return corrected || open.colour().compareTo(rule.colour()) < 0;
    }
}
