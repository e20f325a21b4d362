package org.shouwang.platform;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Code of an administrative division: province 2, city 2, county 2 (GB/T 2260), township 3 (GB/T 10114), village 3 digits.
 * Outside it is a string of 12 digits, in the database a bigint.
 */
public record AreaCode(long value) implements Comparable<AreaCode> {

    private static final Pattern TWELVE_DIGITS = Pattern.compile("[1-9]\\d{11}");

    public AreaCode {
        if (value < 100_000_000_000L || value > 999_999_999_999L) {
            throw new IllegalArgumentException("an area code has 12 digits");
        }
    }

    /**
     * Reads 12 digits.
     *
     * @throws IllegalArgumentException when the text is something else
     */
    @JsonCreator
    public static AreaCode of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("an area code has 12 digits"));
    }

    public static Optional<AreaCode> parse(String text) {
        return TWELVE_DIGITS.matcher(text).matches()
                ? Optional.of(new AreaCode(Long.parseLong(text)))
                : Optional.empty();
    }

    /** The codes of this area and of all that lies below it, given the level of its row. */
    public AreaRanges range(AreaLevel level) {
        return AreaRanges.of(value, value + level.span());
    }

    @Override
    public int compareTo(AreaCode other) {
        return Long.compare(value, other.value);
    }

    @JsonValue
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
