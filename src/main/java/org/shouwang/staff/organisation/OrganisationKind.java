package org.shouwang.staff.organisation;

/** What an organisation is (data dictionary, 22.1). */
public enum OrganisationKind {
    /** 政府部门. */
    GOVERNMENT_UNIT,
    /** 妇儿工委成员单位. */
    MEMBER_UNIT,
    /** 乡镇妇儿工委. */
    TOWNSHIP_COMMITTEE,
    /** 妇联. */
    WOMENS_FEDERATION,
    /** 村（居）民委员会. */
    VILLAGE_COMMITTEE,
    /** 未成年人保护工作站 (未成年人保护法 art. 81). */
    PROTECTION_STATION,
    /** 开发区: may run towns that belong to a county by their code (托管). */
    DEVELOPMENT_ZONE,
    /** 公安. */
    POLICE,
    /** 社会组织. */
    SOCIAL_ORGANISATION
}
