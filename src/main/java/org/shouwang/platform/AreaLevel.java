package org.shouwang.platform;

/** Level of an administrative division. It is a fact of the area's row: five real codes defy their digits. */
public enum AreaLevel {
    PROVINCE(10),
    CITY(8),
    COUNTY(6),
    TOWNSHIP(3),
    VILLAGE(0);

    private final long span;

    AreaLevel(int freeDigits) {
        long codes = 1;
        for (int i = 0; i < freeDigits; i++) {
            codes *= 10;
        }
        this.span = codes;
    }

    /** How many codes an area of this level covers, itself included. */
    public long span() {
        return span;
    }
}
