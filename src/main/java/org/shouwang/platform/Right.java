package org.shouwang.platform;

/**
 * What a post may allow within its area: one action on one kind of record. Which role has which right, and which classes of
 * fields the action shows or takes, is data: {@code access.csv}.
 */
public enum Right {
    AREA_WRITE(Kind.AREA, Action.WRITE),
    ORGANISATION_LIST(Kind.ORGANISATION, Action.LIST),
    ORGANISATION_READ(Kind.ORGANISATION, Action.READ),
    ORGANISATION_WRITE(Kind.ORGANISATION, Action.WRITE),
    WORKER_LIST(Kind.WORKER, Action.LIST),
    WORKER_READ(Kind.WORKER, Action.READ),
    WORKER_WRITE(Kind.WORKER, Action.WRITE),
    HANDOVER_WRITE(Kind.HANDOVER, Action.WRITE),
    HOUSEHOLD_LIST(Kind.HOUSEHOLD, Action.LIST),
    HOUSEHOLD_READ(Kind.HOUSEHOLD, Action.READ),
    HOUSEHOLD_FULL_LOOK(Kind.HOUSEHOLD, Action.FULL_LOOK),
    HOUSEHOLD_WRITE(Kind.HOUSEHOLD, Action.WRITE),
    /** To see which help the women of a household may need. */
    WOMENS_CATEGORY_READ(Kind.WOMENS_CATEGORY, Action.READ),
    WOMENS_CATEGORY_WRITE(Kind.WOMENS_CATEGORY, Action.WRITE),
    /** To be shown the phones of a family, so that its people can be called. */
    FAMILY_CALL(Kind.CALL, Action.READ),
    CHILD_LIST(Kind.CHILD, Action.LIST),
    CHILD_READ(Kind.CHILD, Action.READ),
    CHILD_FULL_LOOK(Kind.CHILD, Action.FULL_LOOK),
    CHILD_WRITE(Kind.CHILD, Action.WRITE),
    MOVE_LIST(Kind.MOVE, Action.LIST),
    MOVE_READ(Kind.MOVE, Action.READ),
    MOVE_WRITE(Kind.MOVE, Action.WRITE),
    /** To close a file, and to let visits wait: like a lower level it takes the township's word, since nobody visits meanwhile. */
    FILE_CLOSE(Kind.FILE, Action.WRITE),
    /** To say that a child belongs to a category. */
    CATEGORY_CLAIM(Kind.CATEGORY, Action.WRITE),
    /** To confirm a claim or a proposal, to refuse it, and to end a category. */
    CATEGORY_VERIFY(Kind.CATEGORY_CHECK, Action.WRITE),
    /** To recognise a verified category, or to refuse it. */
    CATEGORY_APPROVE(Kind.CATEGORY_APPROVAL, Action.WRITE),
    /** To see how a child was assessed. Class R reaches the emergency screen. */
    ASSESSMENT_READ(Kind.ASSESSMENT, Action.READ),
    ASSESSMENT_WRITE(Kind.ASSESSMENT, Action.WRITE),
    /** To confirm a lower level, or to refuse it. */
    ASSESSMENT_CONFIRM(Kind.ASSESSMENT_CHECK, Action.WRITE),
    /** To see what waits for such a word in the own areas. */
    ASSESSMENT_WAITING(Kind.ASSESSMENT_CHECK, Action.LIST),
    VISIT_LIST(Kind.VISIT, Action.LIST),
    VISIT_READ(Kind.VISIT, Action.READ),
    VISIT_WRITE(Kind.VISIT, Action.WRITE),
    /** To find a visit right, or to return it to its author (核查). */
    VISIT_CHECK(Kind.VERIFICATION, Action.WRITE),
    TASK_LIST(Kind.TASK, Action.LIST),
    TASK_READ(Kind.TASK, Action.READ),
    TASK_ASSIGN(Kind.TASK, Action.WRITE),
    /** To be given tasks. Who holds a task reads it and moves it, whatever the rights on tasks in general. */
    TASK_WORK(Kind.TASK_WORK, Action.WRITE),
    /** To see campaigns, and how far they are. Class P reaches single villages. */
    CAMPAIGN_LIST(Kind.CAMPAIGN, Action.LIST),
    CAMPAIGN_READ(Kind.CAMPAIGN, Action.READ),
    /** To begin campaigns, to extend and to close them. */
    CAMPAIGN_WRITE(Kind.CAMPAIGN, Action.WRITE),
    HOME_LIST(Kind.HOME, Action.LIST),
    HOME_READ(Kind.HOME, Action.READ),
    HOME_WRITE(Kind.HOME, Action.WRITE),
    ACTIVITY_LIST(Kind.ACTIVITY, Action.LIST),
    ACTIVITY_READ(Kind.ACTIVITY, Action.READ),
    ACTIVITY_WRITE(Kind.ACTIVITY, Action.WRITE),
    RESOURCE_LIST(Kind.RESOURCE, Action.LIST),
    /** To look up who helps, wherever that is. Class P reaches contact persons. */
    RESOURCE_READ(Kind.RESOURCE, Action.READ),
    RESOURCE_WRITE(Kind.RESOURCE, Action.WRITE),
    INCIDENT_LIST(Kind.INCIDENT, Action.LIST),
    /** To see incidents that are open to the post: the right alone shows none. */
    INCIDENT_READ(Kind.INCIDENT, Action.READ),
    /** To report a danger, wherever it is (未成年人保护法 art. 11). */
    INCIDENT_REPORT(Kind.INCIDENT, Action.WRITE),
    /** To take an incident that is open to the post and lead it through its stages. */
    INCIDENT_WORK(Kind.INCIDENT_WORK, Action.WRITE),
    /** To answer for all incidents of the area: to see, open, pass on and close them. */
    INCIDENT_LEAD(Kind.INCIDENT_LEAD, Action.WRITE),
    REFERRAL_LIST(Kind.REFERRAL, Action.LIST),
    /** To see referrals of those whose files the post reads, of the own posts, and those that the post is asked. */
    REFERRAL_READ(Kind.REFERRAL, Action.READ),
    /** To ask an organisation for help. */
    REFERRAL_WRITE(Kind.REFERRAL, Action.WRITE),
    /** To answer what the post's organisation is asked. */
    REFERRAL_ANSWER(Kind.REFERRAL_ANSWER, Action.WRITE),
    /** To see all referrals of the area, and to answer for an organisation in which nobody is in office. */
    REFERRAL_LEAD(Kind.REFERRAL_LEAD, Action.WRITE),
    VIOLENCE_LIST(Kind.VIOLENCE, Action.LIST),
    /** To see cases of violence at home that are open to the post: the right alone shows none. */
    VIOLENCE_READ(Kind.VIOLENCE, Action.READ),
    /** To open the case of a child, and to answer for one. */
    VIOLENCE_WRITE(Kind.VIOLENCE, Action.WRITE),
    /** The same of a woman. */
    WOMAN_VIOLENCE_WRITE(Kind.WOMAN_VIOLENCE, Action.WRITE),
    /** To answer for all cases of children of the area: to see, open, pass on and reopen them. */
    VIOLENCE_LEAD(Kind.VIOLENCE_LEAD, Action.WRITE),
    /** The same of women. */
    WOMAN_VIOLENCE_LEAD(Kind.WOMAN_VIOLENCE_LEAD, Action.WRITE),
    /** To see how many cases there are, without persons. */
    VIOLENCE_COUNT(Kind.VIOLENCE_COUNT, Action.LIST),
    /** To decide how often children of an area are visited. */
    POLICY_WRITE(Kind.POLICY, Action.WRITE),
    /** To store the working days of a year. */
    CALENDAR_WRITE(Kind.CALENDAR, Action.WRITE),
    /** To see the work of an area in numbers. Class P reaches single villages. */
    OVERVIEW_LIST(Kind.OVERVIEW, Action.LIST),
    INDICATOR_LIST(Kind.INDICATOR, Action.LIST),
    /** To look up indicators and targets, which are published standards, of whatever place. */
    INDICATOR_READ(Kind.INDICATOR, Action.READ),
    /** To see who answers for what in the area. */
    MONITORING_LIST(Kind.MONITORING, Action.LIST),
    /** To see a value with its history. Class P reaches who stands for it. */
    MONITORING_READ(Kind.MONITORING, Action.READ),
    /** To decide targets of an area and who answers for them, to publish what was reviewed, and to decide on cards. */
    MONITORING_WRITE(Kind.MONITORING, Action.WRITE),
    /** To find a reported value right, or to give it back. */
    VALUE_REVIEW(Kind.VALUE_REVIEW, Action.WRITE),
    /** To see what the own unit answers for. */
    UNIT_REPORT_READ(Kind.UNIT_REPORT, Action.READ),
    /** To speak for the own unit: the post's organisation, whatever area it is in. */
    UNIT_REPORT_WRITE(Kind.UNIT_REPORT, Action.WRITE),
    /** To read one child's file outside the own area for some hours, with a reason. */
    BREAK_GLASS(Kind.BREAK_GLASS, Action.READ),
    /** To see who looked at whom and why, and to end a grant. */
    ACCESS_REVIEW(Kind.ACCESS_LOG, Action.LIST),
    /** To see which pushes no provider takes, by ids only. */
    PUSH_REVIEW(Kind.PUSH, Action.LIST),
    /** To close a way to phones, and to open it again; for posts of the whole instance. */
    PUSH_SWITCH(Kind.PUSH, Action.WRITE),
    /** To decide after how long workers who open nothing are sent an SMS and called, and what may be spent on it. */
    REACH_WRITE(Kind.REACH, Action.WRITE),
    /** To see which operations of phones were not accepted (未通过). */
    OPERATION_LIST(Kind.OPERATION, Action.LIST),
    /** To correct and accept them, or to dismiss them with a reason. */
    OPERATION_SETTLE(Kind.OPERATION, Action.WRITE),
    /** To see whose phones have something to send still: whom to help, and nothing of what they do. */
    PHONE_LIST(Kind.PHONE, Action.LIST),
    /** To keep records on a phone. What the feed shows of each is a question of its kind. */
    SYNC(Kind.SYNC, Action.READ);

    /** What a right is about. */
    public enum Kind {
        AREA,
        ORGANISATION,
        WORKER,
        HANDOVER,
        HOUSEHOLD,
        WOMENS_CATEGORY,
        CALL,
        CHILD,
        MOVE,
        FILE,
        CATEGORY,
        CATEGORY_CHECK,
        CATEGORY_APPROVAL,
        ASSESSMENT,
        ASSESSMENT_CHECK,
        VISIT,
        VERIFICATION,
        TASK,
        TASK_WORK,
        CAMPAIGN,
        HOME,
        ACTIVITY,
        RESOURCE,
        INCIDENT,
        INCIDENT_WORK,
        INCIDENT_LEAD,
        REFERRAL,
        REFERRAL_ANSWER,
        REFERRAL_LEAD,
        VIOLENCE,
        WOMAN_VIOLENCE,
        VIOLENCE_LEAD,
        WOMAN_VIOLENCE_LEAD,
        VIOLENCE_COUNT,
        POLICY,
        CALENDAR,
        OVERVIEW,
        INDICATOR,
        MONITORING,
        VALUE_REVIEW,
        UNIT_REPORT,
        BREAK_GLASS,
        ACCESS_LOG,
        PUSH,
        REACH,
        OPERATION,
        PHONE,
        SYNC
    }

    /** What a right lets somebody do. */
    public enum Action {
        /** Find among others: lists and search. */
        LIST,
        /** See one record. */
        READ,
        /** See what every other view masks. */
        FULL_LOOK,
        WRITE
    }

    private final Kind kind;
    private final Action action;

    Right(Kind kind, Action action) {
        this.kind = kind;
        this.action = action;
    }

    public Kind kind() {
        return kind;
    }

    public Action action() {
        return action;
    }
}
