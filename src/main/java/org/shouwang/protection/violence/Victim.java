package org.shouwang.protection.violence;

import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.protection.referral.LeadOffice;
import org.shouwang.task.CaseOwner;

/** Whose case it is: that decides who may open it, which office leads it, and whose word counts. */
enum Victim {
    CHILD(
            Right.VIOLENCE_WRITE,
            Right.VIOLENCE_LEAD,
            RoleCode.COUNTY_CIVIL_AFFAIRS,
            LeadOffice.CIVIL_AFFAIRS,
            CaseOwner.CHILD_VIOLENCE),
    WOMAN(
            Right.WOMAN_VIOLENCE_WRITE,
            Right.WOMAN_VIOLENCE_LEAD,
            RoleCode.COUNTY_WOMENS_FEDERATION,
            LeadOffice.WOMENS_FEDERATION,
            CaseOwner.WOMAN_VIOLENCE);

    /** To open such a case, and to answer for one. */
    final Right write;

    /** To answer for all of the area. */
    final Right lead;

    /** The office that has it. */
    final RoleCode office;

    /** The same for what the case asks of agencies. */
    final LeadOffice leadsReferrals;

    final CaseOwner owner;

    Victim(Right write, Right lead, RoleCode office, LeadOffice leadsReferrals, CaseOwner owner) {
        this.write = write;
        this.lead = lead;
        this.office = office;
        this.leadsReferrals = leadsReferrals;
        this.owner = owner;
    }

    /** A woman's will is respected (反家庭暴力法 art. 5); for a minor the legal duty prevails. */
    boolean mayRefuse() {
        return this == WOMAN;
    }
}
