package org.shouwang.staff.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A code that is read from paper and typed once. It has none of the characters that are taken for each other in print or
 * handwriting (0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V), and stands in two groups.
 */
final class OneTimeCode {

    static final String ALPHABET = "ACDEFGHJKMNPQRTWXY34679";

    /** 23^8, nearly 8 * 10^10: with five tries and a keyed hash at rest nobody finds one. */
    private static final int LENGTH = 8;

    private static final int GROUP = 4;

    private OneTimeCode() {}

    /** A new code as it is shown, {@code K7PM-4XQD} for example. */
    static String next(RandomGenerator random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == GROUP ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The code as it is hashed, however it was typed: small letters, full-width, with blanks or without the hyphen. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
