package org.shouwang.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/**
 * Times and days as RFC 3339 writes them: years have four digits, so that whatever is read can also be stored and counted
 * with.
 */
final class Rfc3339 {

    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("[1-9]\\d{3}-.*");

    private Rfc3339() {}

    /**
     * Reads a moment with its offset.
     *
     * @throws DateTimeException when it is none
     */
    static Instant moment(String text) {
        return OffsetDateTime.parse(checked(text)).toInstant();
    }

    /**
     * Reads a day.
     *
     * @throws DateTimeException when it is none
     */
    static LocalDate day(String text) {
        return LocalDate.parse(checked(text));
    }

    private static String checked(String text) {
        if (!FOUR_DIGIT_YEAR.matcher(text).matches()) {
            throw new DateTimeException("no year of four digits");
        }
        return text;
    }
}
