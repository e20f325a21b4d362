package org.shouwang.register.child;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** What a member of a household is to a child (GB/T 4761, the part that is used here). */
enum RelationCode {
    @JsonProperty("51")
    FATHER("51"),
    @JsonProperty("52")
    MOTHER("52"),
    @JsonProperty("61")
    PATERNAL_GRANDFATHER("61"),
    @JsonProperty("62")
    PATERNAL_GRANDMOTHER("62"),
    @JsonProperty("63")
    MATERNAL_GRANDFATHER("63"),
    @JsonProperty("64")
    MATERNAL_GRANDMOTHER("64"),
    @JsonProperty("70")
    SIBLING("70"),
    @JsonProperty("97")
    OTHER_RELATIVE("97"),
    @JsonProperty("99")
    NO_RELATIVE("99");

    @EnumeratedValue
    private final String code;

    RelationCode(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    boolean isParent() {
        return this == FATHER || this == MOTHER;
    }
}
