package org.shouwang.protection.referral;

import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;

/**
 * Which office of the county leads what a referral is about: it sees the referral, hears last of its silence, and answers for an
 * organisation in which nobody is in office. The other office does not know of a restricted one.
 */
public enum LeadOffice {
    CIVIL_AFFAIRS(RoleCode.COUNTY_CIVIL_AFFAIRS, Right.REFERRAL_LEAD),
    /** Of what a case of violence against a woman asks for (反家庭暴力法 art. 6). */
    WOMENS_FEDERATION(RoleCode.COUNTY_WOMENS_FEDERATION, Right.WOMAN_VIOLENCE_LEAD);

    /** Who holds the office. */
    final RoleCode role;

    /** To lead in the area. */
    final Right right;

    LeadOffice(RoleCode role, Right right) {
        this.role = role;
        this.right = right;
    }
}
