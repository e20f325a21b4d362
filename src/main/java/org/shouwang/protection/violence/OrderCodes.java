package org.shouwang.protection.violence;

/** What an order can say, as codes of the data dictionary (14.3). */
final class OrderCodes {

    private OrderCodes() {}

    /** Who applied for it (反家庭暴力法 art. 23). */
    enum OrderApplicant {
        VICTIM,
        RELATIVE,
        POLICE,
        WOMENS_FEDERATION,
        VILLAGE_COMMITTEE,
        AID_STATION
    }

    /** What it orders (反家庭暴力法 art. 29). */
    enum OrderMeasure {
        NO_VIOLENCE,
        NO_CONTACT,
        MOVE_OUT,
        OTHER
    }

    /** To whom a breach was reported. */
    enum BreachReportedTo {
        POLICE,
        COURT,
        WOMENS_FEDERATION,
        CIVIL_AFFAIRS
    }
}
