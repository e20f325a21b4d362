package org.shouwang.staff.worker;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a list of workers, by their English and their Chinese heads. */
enum RosterColumn {
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

    final String field;
    final boolean required;
    private final String chinese;

    RosterColumn(String field, boolean required, String chinese) {
        this.field = field;
        this.required = required;
        this.chinese = chinese;
    }

    /** Recognises a head, however it is spaced and whether its letters are small or full-width. */
    static Optional<RosterColumn> of(String head) {
        String plain = Normalizer.normalize(head, Normalizer.Form.NFKC).replaceAll("\\s", "");
        return Stream.of(values())
                .filter(column -> List.of(column.chinese.split("\\|")).contains(plain)
                        || column.field.toLowerCase(Locale.ROOT).equals(plain.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
