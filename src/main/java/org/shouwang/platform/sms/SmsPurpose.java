package org.shouwang.platform.sms;

/** What a text message is for. */
public enum SmsPurpose {
    /** Somebody waits for a code to sign in with. */
    LOGIN("login", "code", "codes"),
    /** Something that cannot wait was not opened: a child may be in danger. */
    URGENT("urgent", "count", "urgent"),
    /** Something that matters was not opened for half a day. */
    REMINDER("reminder", "count", "reminders");

    private final String kind;
    private final String variable;
    private final String column;

    SmsPurpose(String kind, String variable, String column) {
        this.kind = kind;
        this.variable = variable;
        this.column = column;
    }

    /** Its name for the bridge, which knows a template of the provider for it. */
    String kind() {
        return kind;
    }

    /** What the template's one variable is called. */
    String variable() {
        return variable;
    }

    /** Where it is counted. */
    String column() {
        return column;
    }

    /** Whether it goes out whatever was spent: nobody is locked out, and no danger goes unheard, for want of money. */
    boolean alwaysGoes() {
        return this != REMINDER;
    }
}
