package org.shouwang.task;

/** What is to be done (任务类型). */
enum TaskType {
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
