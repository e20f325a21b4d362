package org.shouwang.platform;

/** Posts of the field, as the domain reference names them. Volunteers have no login and so no role. */
public enum RoleCode {
    /** 儿童主任: keeps the children's files of a village and visits them (未成年人保护法 art. 43). */
    CHILDREN_DIRECTOR,
    /** 村妇联主席. */
    WOMENS_CHAIR,
    /** 妇联执委. */
    WOMENS_EXECUTIVE,
    /** 乡镇（街道）儿童督导员 (未成年人保护法 art. 81). */
    TOWNSHIP_COORDINATOR,
    /** 乡镇妇联主席. */
    TOWNSHIP_WOMENS_CHAIR,
    /** 县民政局. */
    COUNTY_CIVIL_AFFAIRS,
    /** 县妇联. */
    COUNTY_WOMENS_FEDERATION,
    /** 县（区）妇儿工委办. */
    COMMITTEE_OFFICE,
    /** 县统计局. */
    STATISTICS_OFFICER,
    /** 成员单位联络员. */
    UNIT_LIAISON,
    /** 转介接收单位. */
    AGENCY_OFFICER,
    /** 个人信息保护负责人 (个人信息保护法 art. 51). */
    PRIVACY_OFFICER,
    /** 系统管理员: technical administration, no access to child content. */
    ADMINISTRATOR
}
