package org.shouwang.monitoring.card;

import java.util.List;
import java.util.UUID;

/** A card of a quarter that was issued, whatever became of it. */
record PastCard(String indicatorCode, UUID unitId, int year, int quarter, CardColour colour, CardCondition condition) {

    private static final int QUARTERS = 4;

    /** Red for being yellow again is yellow still. */
    private boolean isYellow() {
        return colour == CardColour.YELLOW || condition == CardCondition.YELLOW_AGAIN;
    }

    private int number() {
        return year * QUARTERS + quarter;
    }

    /** How many quarters in a row were yellow before this one. */
    static int yellowBefore(List<PastCard> cards, int year, int quarter) {
        int before = year * QUARTERS + quarter - 1;
        int yellow = 0;
        while (isYellowIn(cards, before - yellow)) {
            yellow++;
        }
        return yellow;
    }

    private static boolean isYellowIn(List<PastCard> cards, int number) {
        return cards.stream().anyMatch(card -> card.number() == number && card.isYellow());
    }
}
