package org.shouwang.task;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be done (任务类型). */
public enum TaskType {
    VISIT,
    FIRST_VISIT,
    RE_ASSESS,
    VERIFY,
    CONTACT,
    UPDATE_FILE,
    AGREEMENT_RENEW,
    REFERRAL_FOLLOW,
    INCIDENT_FOLLOW,
    WARNING_LETTER_VISIT,
    PROTECTION_ORDER_CHECK,
    ACTIVITY,
    REPORT,
    TRAINING,
    RECTIFY,
    OTHER;

    /**
     * Whether it is owed also to a child whose file is closed: an incident has a follow-up until it is closed itself (roles and
     * law, section 7), and to a warning letter or a protection order belong visits whoever keeps a file (反家庭暴力法 art. 17, 32).
     */
    boolean outlivesFile() {
        return this == INCIDENT_FOLLOW || this == WARNING_LETTER_VISIT || this == PROTECTION_ORDER_CHECK;
    }

    /** Whether the task itself is of class R: that it is there tells of an incident or of violence at home. */
    boolean isRestricted() {
        return outlivesFile();
    }

    /** In SQL: of a row of {@code task}, whether all who read its area may know of it. */
    static String unrestricted() {
        return Stream.of(values())
                .filter(TaskType::isRestricted)
                .map(type -> "'" + type + "'")
                .collect(Collectors.joining(", ", "task_type not in (", ")"));
    }

    /** Whether only a recorded home visit closes such a task. */
    boolean needsVisit() {
        return switch (this) {
            case VISIT, FIRST_VISIT, INCIDENT_FOLLOW, WARNING_LETTER_VISIT -> true;
            case RE_ASSESS,
                    VERIFY,
                    CONTACT,
                    UPDATE_FILE,
                    AGREEMENT_RENEW,
                    REFERRAL_FOLLOW,
                    PROTECTION_ORDER_CHECK,
                    ACTIVITY,
                    REPORT,
                    TRAINING,
                    RECTIFY,
                    OTHER -> false;
        };
    }
}
