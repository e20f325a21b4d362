package org.shouwang.protection.directory;

import org.shouwang.platform.csv.SheetColumn;

/** The columns of a list of entries, by their English and their Chinese heads. */
enum ResourceColumn implements SheetColumn {
    AREA("areaCode", true, "登记区划|区划代码"),
    NAME("name", true, "名称"),
    CATEGORY("category", true, "类别"),
    PHONE("phone", true, "电话"),
    HOURS("hours", true, "服务时间"),
    PROVIDER("providerType", true, "提供方"),
    VERIFIED_ON("verifiedOn", true, "核实日期"),
    SCOPE("areaScope", false, "服务范围"),
    ACCEPTS("acceptsReferralTypes", false, "可接收转介类型"),
    ADDRESS("address", false, "地址"),
    CONTRACT_FROM("contractFrom", false, "合同起"),
    CONTRACT_TO("contractTo", false, "合同止"),
    CAPACITY("capacity", false, "容量"),
    CONTACT("contactPerson", false, "联系人"),
    ORGANISATION("organisationId", false, "单位编号"),
    STATUS("status", false, "状态");

    private final String field;
    private final boolean required;
    private final String chinese;

    ResourceColumn(String field, boolean required, String chinese) {
        this.field = field;
        this.required = required;
        this.chinese = chinese;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public String chinese() {
        return chinese;
    }

    @Override
    public boolean isRequired() {
        return required;
    }
}
