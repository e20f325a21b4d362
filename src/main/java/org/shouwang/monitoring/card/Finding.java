package org.shouwang.monitoring.card;

/** A card that the rules ask for, and why. */
record Finding(CardRule rule, Reason reason) {

    CardColour colour() {
        return rule.colour();
    }
}
