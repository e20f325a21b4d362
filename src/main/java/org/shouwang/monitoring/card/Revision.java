package org.shouwang.monitoring.card;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of the cards of a line in a period when its value is judged again: proposals that no longer hold are taken back, of
 * what is out the office is told and decides.
 *
 * @param withdrawn proposals that nothing asks for, or that another card says which is out
 * @param doubted cards that are out and that the rules would not give any more
 * @param confirmed those that were doubted, and that the rules ask for again
 */
record Revision(List<Card> withdrawn, List<Card> doubted, List<Card> confirmed) {

    Revision {
        withdrawn = List.copyOf(withdrawn);
        doubted = List.copyOf(doubted);
        confirmed = List.copyOf(confirmed);
    }

    /**
     * Decides on what a rule gave because of figures; what a person gave, or a missed deadline, stays.
     *
     * @param asked the colour of the card that the rules ask for now
     */
    static Revision decide(List<Card> all, Optional<CardColour> asked) {
        List<Card> judged = all.stream().filter(Card::isByFigures).toList();
        List<Card> out = judged.stream().filter(card -> card.status().isOut()).toList();
        return new Revision(
                judged.stream()
                        .filter(card -> card.status() == CardStatus.PROPOSED)
                        .filter(card -> asked.isEmpty() || out.stream().anyMatch(other -> isSaid(asked.get(), other)))
                        .toList(),
                out.stream()
                        .filter(card -> card.notedAt() == null && !isAsked(card, asked))
                        .toList(),
                out.stream()
                        .filter(card -> card.notedAt() != null && isAsked(card, asked))
                        .toList());
    }

    /** A card that is out already says what is asked for, or worse. */
    private static boolean isSaid(CardColour asked, Card out) {
        return out.colour().compareTo(asked) >= 0;
    }

    private static boolean isAsked(Card card, Optional<CardColour> asked) {
        return asked.filter(colour -> colour.compareTo(card.colour()) >= 0).isPresent();
    }
}
