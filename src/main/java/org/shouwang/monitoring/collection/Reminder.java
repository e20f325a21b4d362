package org.shouwang.monitoring.collection;

/** When units are told of values that they still owe, each once a due day. */
enum Reminder {
    SOON_7(7),
    SOON_3(3),
    SOON_1(1),
    /** On the due day. */
    DUE(0),
    /** The first morning after it. */
    MISSED(-1);

    private final int daysBefore;

    Reminder(int daysBefore) {
        this.daysBefore = daysBefore;
    }

    int daysBefore() {
        return daysBefore;
    }

    /** What a liaison is told. */
    String event() {
        return switch (this) {
            case SOON_7, SOON_3, SOON_1 -> "values-due-soon";
            case DUE -> "values-due-today";
            case MISSED -> "values-missed";
        };
    }
}
