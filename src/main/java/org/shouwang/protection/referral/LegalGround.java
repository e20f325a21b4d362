package org.shouwang.protection.referral;

/** The provision that lets a referral go without consent (法律依据; roles and law, section 2). */
public enum LegalGround {
    /** 未成年人保护法第十一条: whoever finds a minor harmed or in danger reports it at once. */
    MINORS_PROTECTION_11,
    /** 未成年人保护法第四十三条: the village cares for left-behind children and children in difficulty. */
    MINORS_PROTECTION_43,
    /** 未成年人保护法第九十二条: civil affairs takes over guardianship for a time. */
    MINORS_PROTECTION_92,
    /** 反家庭暴力法第十四条: violence against somebody who cannot report it is reported to the police. */
    DOMESTIC_VIOLENCE_14,
    /** 个人信息保护法第十三条第三项: a duty of the law. */
    PERSONAL_INFORMATION_13_3,
    /** 个人信息保护法第十三条第四项: life, health or property in an emergency. */
    PERSONAL_INFORMATION_13_4;

    /** Whether it speaks of minors alone. */
    boolean isOfMinors() {
        return this == MINORS_PROTECTION_11 || this == MINORS_PROTECTION_43 || this == MINORS_PROTECTION_92;
    }
}
