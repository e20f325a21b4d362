package org.shouwang.staff.worker;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.csv.Cells;
import org.shouwang.platform.secret.PhoneNumber;

/** Cells of a list of workers, as people type them. */
final class RosterCells {

    private static final Pattern HAN_GAP = Pattern.compile("(?<=\\p{IsHan})[\\s\\u3000]+(?=\\p{IsHan})");

    private static final Map<String, RoleCode> ROLES = roles();

    private RosterCells() {}

    /** A name as it is written, without the blanks by which short names are stretched in print (王　芳). */
    static String name(String cell) {
        return HAN_GAP.matcher(cell.replace('\u3000', ' ').strip()).replaceAll("");
    }

    /** A mobile, also grouped (139-0000-0001) or with the country's code. */
    static Optional<PhoneNumber> mobile(String cell) {
        String digits = Cells.plain(cell).replaceAll("[\\s-]", "").replaceFirst("^(?:\\+|00)86", "");
        return PhoneNumber.parse(digits).filter(PhoneNumber::isMobile);
    }

    /** A role by its code or its Chinese name. */
    static Optional<RoleCode> role(String cell) {
        String text = Cells.plain(cell).replaceAll("\\s", "");
        return Optional.ofNullable(ROLES.get(text.toUpperCase(Locale.ROOT)));
    }

    private static Map<String, RoleCode> roles() {
        Map<String, RoleCode> roles = new HashMap<>(Map.ofEntries(
                Map.entry("儿童主任", RoleCode.CHILDREN_DIRECTOR),
                Map.entry("村妇联主席", RoleCode.WOMENS_CHAIR),
                Map.entry("妇联执委", RoleCode.WOMENS_EXECUTIVE),
                Map.entry("儿童督导员", RoleCode.TOWNSHIP_COORDINATOR),
                Map.entry("乡镇儿童督导员", RoleCode.TOWNSHIP_COORDINATOR),
                Map.entry("乡镇(街道)儿童督导员", RoleCode.TOWNSHIP_COORDINATOR),
                Map.entry("乡镇妇联主席", RoleCode.TOWNSHIP_WOMENS_CHAIR),
                Map.entry("县民政局", RoleCode.COUNTY_CIVIL_AFFAIRS),
                Map.entry("县妇联", RoleCode.COUNTY_WOMENS_FEDERATION),
                Map.entry("妇儿工委办", RoleCode.COMMITTEE_OFFICE),
                Map.entry("县统计局", RoleCode.STATISTICS_OFFICER),
                Map.entry("成员单位联络员", RoleCode.UNIT_LIAISON),
                Map.entry("转介接收单位", RoleCode.AGENCY_OFFICER),
                Map.entry("个人信息保护负责人", RoleCode.PRIVACY_OFFICER),
                Map.entry("系统管理员", RoleCode.ADMINISTRATOR)));
        Stream.of(RoleCode.values()).forEach(role -> roles.put(role.name(), role));
        return roles;
    }

    /** Sex (GB/T 2261.1) by its code or as 男 or 女; not stated when the cell is blank. */
    static Optional<String> sex(String cell) {
        return switch (Cells.plain(cell)) {
            case "1", "男" -> Optional.of("1");
            case "2", "女" -> Optional.of("2");
            case "0", "未知" -> Optional.of("0");
            case "", "9" -> Optional.of("9");
            default -> Optional.empty();
        };
    }

    static Optional<Boolean> yes(String cell) {
        return switch (Cells.plain(cell).toUpperCase(Locale.ROOT)) {
            case "是", "Y", "YES", "TRUE", "1" -> Optional.of(true);
            case "", "否", "N", "NO", "FALSE", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
