package org.shouwang.devtools;

import java.util.UUID;

/** The organisations of the demo district. */
enum DemoOrganisation {
    EDUCATION("陈仓区教育体育局", "MEMBER_UNIT"),
    POLICE("公安局陈仓分局", "POLICE"),
    DEVELOPMENT_ZONE("高新技术产业开发区管理委员会", "DEVELOPMENT_ZONE");

    final String title;
    final String kind;

    DemoOrganisation(String title, String kind) {
        this.title = title;
        this.kind = kind;
    }

    UUID id() {
        return DemoIds.of("organisation", name());
    }
}
