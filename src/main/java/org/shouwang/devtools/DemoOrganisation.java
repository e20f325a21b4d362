package org.shouwang.devtools;

import java.util.Set;
import java.util.UUID;

/** The organisations of the demo district, with the lines of work (牵头单位) for whose indicators a department answers. */
enum DemoOrganisation {
    EDUCATION("陈仓区教育体育局", "MEMBER_UNIT", "教育"),
    POLICE("公安局陈仓分局", "POLICE"),
    DEVELOPMENT_ZONE("高新技术产业开发区管理委员会", "DEVELOPMENT_ZONE"),
    HEALTH("陈仓区卫生健康局", "MEMBER_UNIT", "卫健", "医保"),
    CIVIL_AFFAIRS("陈仓区民政局", "MEMBER_UNIT", "民政", "残联"),
    WOMENS_FEDERATION("陈仓区妇女联合会", "MEMBER_UNIT", "妇联", "妇儿工委办"),
    HUMAN_RESOURCES("陈仓区人力资源和社会保障局", "MEMBER_UNIT", "人社", "组织"),
    JUSTICE("陈仓区司法局", "MEMBER_UNIT", "司法", "法院", "公安");

    final String title;
    final String kind;
    private final String linesOfWork;

    DemoOrganisation(String title, String kind, String... linesOfWork) {
        this.title = title;
        this.kind = kind;
        this.linesOfWork = String.join(" ", linesOfWork);
    }

    boolean answersFor(String lineOfWork) {
        return Set.of(linesOfWork.split(" ")).contains(lineOfWork);
    }

    UUID id() {
        return DemoIds.of("organisation", name());
    }

    /** The committee (妇儿工委) of a township, which answers for what it does itself. */
    static UUID committeeOf(long town) {
        return DemoIds.of("organisation", "committee/" + town);
    }
}
