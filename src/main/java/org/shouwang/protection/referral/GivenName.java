package org.shouwang.protection.referral;

import java.util.Set;

/** The name by which a child is called, without the surname. */
final class GivenName {

    /** 复姓: surnames of two characters. */
    private static final Set<String> OF_TWO = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "尉迟", "皇甫", "令狐", "慕容", "司徒", "夏侯", "公孙", "长孙", "宇文", "轩辕", "端木", "百里", "南宫",
            "独孤", "司空", "公冶", "钟离", "赫连", "澹台", "呼延", "申屠", "太史", "东郭", "西门");

    private GivenName() {}

    /** Of a name with a dot between its parts (少数民族姓名) the first part. */
    static String of(String fullName) {
        String name = fullName.strip();
        int dot = name.indexOf('·');
        if (dot > 0) {
            return name.substring(0, dot);
        }
        int surname = name.length() > 2 && OF_TWO.contains(name.substring(0, 2)) ? 2 : 1;
        return name.length() > surname ? name.substring(surname) : name;
    }
}
