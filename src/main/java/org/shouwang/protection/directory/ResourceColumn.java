package org.shouwang.protection.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.csv.Cells;

/** The columns of a list of entries, by their English and their Chinese heads. */
enum ResourceColumn {
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

    final String field;
    final boolean required;
    private final String chinese;

    ResourceColumn(String field, boolean required, String chinese) {
        this.field = field;
        this.required = required;
        this.chinese = chinese;
    }

    /** Recognises a head, however it is spaced and whether its letters are small or full-width. */
    static Optional<ResourceColumn> of(String head) {
        String plain = Cells.plain(head).replaceAll("\\s", "");
        return Stream.of(values())
                .filter(column -> List.of(column.chinese.split("\\|")).contains(plain)
                        || column.field.toLowerCase(Locale.ROOT).equals(plain.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
