package org.shouwang.staff.worker;

import org.shouwang.platform.csv.SheetColumn;

/** The columns of a list of workers, by their English and their Chinese heads. */
enum RosterColumn implements SheetColumn {
    FULL_NAME("fullName", true, "姓名"),
    PHONE("phone", true, "手机号|手机号码|手机"),
    ROLE("roleCode", true, "职务"),
    AREA("areaCode", true, "辖区代码|区划代码"),
    APPOINTED_ON("appointedOn", true, "任职日期"),
    ORGANISATION("organisationId", false, "单位编号"),
    SEX("sexCode", false, "性别"),
    APPOINTED_DOC("appointedDoc", false, "任职文号"),
    TERM_END_ON("termEndOn", false, "届满日期"),
    NAMESAKE_CHECKED("namesakeChecked", false, "同名已核实");

    private final String field;
    private final boolean required;
    private final String chinese;

    RosterColumn(String field, boolean required, String chinese) {
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
