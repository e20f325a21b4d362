package org.shouwang.task.plan;

import java.util.Optional;
import java.util.stream.Stream;

/** What the matrix asks for (随访标准). Its name is the task's rule. */
public enum FollowUpRule {
    /** Of a file that became active, as long as nobody has visited. */
    FIRST_VISIT(Owed.VISIT),
    /** So many days after the last one. */
    HOME_VISIT(Owed.VISIT),
    /** A call or another contact, where the child is followed closely. */
    NEXT_CONTACT(Owed.CONTACT),
    RE_ASSESS(Owed.ASSESSMENT);

    /** What a child is owed once at a time, by whichever rule. */
    public enum Owed {
        VISIT,
        CONTACT,
        ASSESSMENT
    }

    private final Owed owed;

    FollowUpRule(Owed owed) {
        this.owed = owed;
    }

    public Owed owed() {
        return owed;
    }

    /** The rule of a task, if it is one of these. */
    public static Optional<FollowUpRule> of(String rule) {
        return Stream.of(values()).filter(one -> one.name().equals(rule)).findFirst();
    }
}
