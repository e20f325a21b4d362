package org.shouwang.platform.sms;

/**
 * How many messages a county may send. Reminders use up four fifths of it at most; the last fifth is kept for sign-in codes and
 * for what is urgent, and those go out even when nothing is left: they are counted, and an alarm tells.
 */
public record SmsBudget(int perDay, int perMonth) {

    /** From here on reminders wait, and the alarm says that the budget runs low. */
    public static final int LOW_PERCENT = 80;

    /** What is used, in messages. */
    public record Used(int today, int thisMonth) {}

    /** Whether one more of this kind may go out. */
    boolean allows(SmsPurpose purpose, Used used) {
        return purpose.alwaysGoes() || !isLow(used);
    }

    /** Whether four fifths of the day or of the month are used. */
    boolean isLow(Used used) {
        return reached(used.today(), perDay, LOW_PERCENT) || reached(used.thisMonth(), perMonth, LOW_PERCENT);
    }

    boolean isSpent(Used used) {
        return reached(used.today(), perDay, 100) || reached(used.thisMonth(), perMonth, 100);
    }

    private static boolean reached(int used, int of, int percent) {
        return used * 100L >= (long) of * percent;
    }
}
