package org.shouwang.protection.directory;

/** What an entry of the directory is (类别; data dictionary, 17). */
enum ResourceCategory {
    /** 派出所. */
    POLICE_STATION,
    /** 法院. */
    COURT,
    /** 检察院. */
    PROSECUTION,
    /** 法律援助. */
    LEGAL_AID,
    /** 庇护场所. */
    SHELTER,
    /** 医院. */
    HOSPITAL,
    /** 危重孕产妇救治. */
    MATERNITY_REFERRAL,
    /** 心理服务. */
    PSYCH,
    /** 康复机构. */
    REHAB,
    /** 学校. */
    SCHOOL,
    /** 托育机构. */
    NURSERY,
    /** 社会工作机构. */
    SOCIAL_WORK,
    /** 公益慈善. */
    CHARITY,
    /** 维权工作站. */
    RIGHTS_STATION,
    /** 婚姻家庭纠纷调解. */
    FAMILY_MEDIATION,
    /** 家庭教育指导中心. */
    FAMILY_EDU_CENTRE,
    /** 家长学校. */
    PARENT_SCHOOL,
    /** 儿童之家. */
    CHILDRENS_HOME,
    /** 阅读基地. */
    READING_BASE,
    /** 创业贷款政策. */
    LOAN_POLICY,
    /** 技能培训. */
    TRAINING,
    /** 热线. */
    HOTLINE
}
