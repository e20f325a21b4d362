package org.shouwang.testsupport.privacy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may say something of a person where the program itself writes no Chinese: Han characters, of which names, addresses and
 * remarks are made in every test, mobile numbers and identity numbers.
 */
final class PersonalText {

    private static final String HAN = "\\p{IsHan}+";
    /** What stands before is looked at last: every line of the log is read, and few hold eleven digits. */
    private static final String MOBILE = "1[3-9]\\d{9}(?<![0-9A-Za-z-]\\d{11})(?![0-9A-Za-z-])";

    private static final String IDENTITY = "\\d{17}[0-9Xx](?<![0-9A-Za-z-]\\d{17}[0-9Xx])(?![0-9A-Za-z-])";
    private static final Pattern PERSONAL = Pattern.compile(HAN + "|" + MOBILE + "|" + IDENTITY);
    private static final Pattern NUMBER = Pattern.compile(MOBILE + "|" + IDENTITY);

    private PersonalText() {}

    /** The first of it in a text. */
    static Optional<String> in(String text) {
        return first(PERSONAL, text);
    }

    /** The first number of a person in a text that may be Chinese. */
    static Optional<String> numberIn(String text) {
        return first(NUMBER, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
