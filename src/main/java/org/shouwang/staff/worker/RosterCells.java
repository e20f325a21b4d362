package org.shouwang.staff.worker;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.PhoneNumber;

/** Cells of a spreadsheet as people type them and Excel changes them. */
final class RosterCells {

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?(?: 0?0:00(?::00)?)?|(\\d{4})(\\d{2})(\\d{2})");

    /** What Excel makes of a long number in a column that is not marked as text: 1.39E+10. */
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+?\\d+");

    private static final Pattern HAN_GAP = Pattern.compile("(?<=\\p{IsHan})[\\s\\u3000]+(?=\\p{IsHan})");

    private static final Map<String, RoleCode> ROLES = roles();

    private RosterCells() {}

    /** Half-width, without blanks around it and without the apostrophe that marks a text cell. */
    static String plain(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }

    /** A name as it is written, without the blanks by which short names are stretched in print (王　芳). */
    static String name(String cell) {
        return HAN_GAP.matcher(cell.replace('\u3000', ' ').strip()).replaceAll("");
    }

    static boolean isRounded(String cell) {
        return ROUNDED.matcher(plain(cell)).matches();
    }

    /** 2026-01-04, 2026/1/4, 2026.1.4, 2026年1月4日 or 20260104; empty when it is no such day. */
    static Optional<LocalDate> date(String cell) {
        Matcher parts = DATE.matcher(plain(cell));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int first = parts.group(1) == null ? 4 : 1;
        try {
            return Optional.of(LocalDate.of(number(parts, first), number(parts, first + 1), number(parts, first + 2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** A mobile, also grouped (139-0000-0001) or with the country's code. */
    static Optional<PhoneNumber> mobile(String cell) {
        String digits = plain(cell).replaceAll("[\\s-]", "").replaceFirst("^(?:\\+|00)86", "");
        return PhoneNumber.parse(digits).filter(PhoneNumber::isMobile);
    }

    /** A role by its code or its Chinese name. */
    static Optional<RoleCode> role(String cell) {
        String text = plain(cell).replaceAll("\\s", "");
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
        return switch (plain(cell)) {
            case "1", "男" -> Optional.of("1");
            case "2", "女" -> Optional.of("2");
            case "0", "未知" -> Optional.of("0");
            case "", "9" -> Optional.of("9");
            default -> Optional.empty();
        };
    }

    static Optional<Boolean> yes(String cell) {
        return switch (plain(cell).toUpperCase(Locale.ROOT)) {
            case "是", "Y", "YES", "TRUE", "1" -> Optional.of(true);
            case "", "否", "N", "NO", "FALSE", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
