package org.shouwang.protection.directory;

/** What somebody is asked to do for a child or a woman (转介类型; data dictionary, 13). */
public enum ReferralType {
    /** 公安. */
    POLICE,
    /** 法院. */
    JUDICIAL,
    /** 检察. */
    PROSECUTION,
    /** 法律援助. */
    LEGAL_AID,
    /** 庇护. */
    SHELTER,
    /** 医疗. */
    MEDICAL,
    /** 伤情鉴定. */
    INJURY_ASSESSMENT,
    /** 心理. */
    PSYCH,
    /** 康复. */
    REHAB,
    /** 就学. */
    EDUCATION,
    /** 社会救助. */
    CIVIL_AID,
    /** 户籍. */
    HUKOU,
    /** 就业. */
    EMPLOYMENT,
    /** 家庭教育. */
    FAMILY_EDU,
    /** 托育. */
    NURSERY,
    /** 社会工作. */
    SOCIAL_WORK,
    /** 志愿服务. */
    VOLUNTEER;

    /** Whether it alone tells of a harm: such a referral is of class R. */
    public boolean isRestricted() {
        return switch (this) {
            case POLICE, JUDICIAL, PROSECUTION, LEGAL_AID, SHELTER, MEDICAL, INJURY_ASSESSMENT -> true;
            case PSYCH, REHAB, EDUCATION, CIVIL_AID, HUKOU, EMPLOYMENT, FAMILY_EDU, NURSERY, SOCIAL_WORK, VOLUNTEER ->
                false;
        };
    }
}
