package org.shouwang.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** Sex (GB/T 2261.1). */
enum SexCode {
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

    String code() {
        return code;
    }
}
