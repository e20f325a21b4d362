package org.shouwang.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;
import java.util.stream.Stream;
import org.shouwang.platform.secret.IdentityNumber;

/** Sex (GB/T 2261.1). */
public enum SexCode {
    @JsonProperty("0")
    UNKNOWN("0"),
    @JsonProperty("1")
    MALE("1"),
    @JsonProperty("2")
    FEMALE("2"),
    @JsonProperty("9")
    UNSTATED("9");

    @EnumeratedValue
    private final String code;

    SexCode(String code) {
        this.code = code;
    }

    /**
     * Reads a stored code.
     *
     * @throws IllegalArgumentException when no sex has this code
     */
    public static SexCode of(String code) {
        return Stream.of(values())
                .filter(sex -> sex.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sex code: " + code));
    }

    /** As digit 17 of a citizen identity number says it: odd is male. */
    public static SexCode in(IdentityNumber number) {
        return (number.value().charAt(16) - '0') % 2 == 1 ? MALE : FEMALE;
    }
}
