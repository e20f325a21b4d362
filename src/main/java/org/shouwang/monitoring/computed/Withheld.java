package org.shouwang.monitoring.computed;

/** Whether figures are so few that they would tell of single persons; a nought tells of nobody. */
final class Withheld {

    private static final int FEW = 5;

    private Withheld() {}

    /**
     * As the on-time rate of the overview: fewer than five, or those of one village, which one person looks after (L28). Of
     * confidential cases the few that were, or were not, are withheld too.
     *
     * @param villages that were counted together
     */
    static boolean is(About about, Count count, int villages) {
        return switch (about) {
            case PLACES -> false;
            case PERSONS -> isFew(count.denominator()) || (villages < 2 && count.denominator() > 0);
            case CASES ->
                isFew(count.denominator())
                        || isFew(count.numerator())
                        || isFew(count.denominator() - count.numerator())
                        || (villages < 2 && count.denominator() > 0);
        };
    }

    private static boolean isFew(long number) {
        return number > 0 && number < FEW;
    }
}
