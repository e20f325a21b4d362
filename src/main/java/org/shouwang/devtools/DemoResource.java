package org.shouwang.devtools;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the demo district's directory; the numbers reach nobody.
 *
 * @param always whether somebody is there day and night, else on working days
 */
record DemoResource(
        long area,
        String category,
        String name,
        String phone,
        List<String> accepts,
        boolean always,
        @Nullable DemoOrganisation organisation) {

    private static final long DISTRICT = 610304000000L;
    private static final long TOWN = 610304101000L;
    private static final long OTHER_TOWN = 610304106000L;
    private static final long FIRST_VILLAGE = 610304101200L;

    /** Whoever keeps an entry serves the whole area. */
    static final List<DemoResource> ALL = List.of(
            new DemoResource(
                    DISTRICT,
                    "POLICE_STATION",
                    "陈仓分局指挥中心",
                    "0917-0000001",
                    List.of("POLICE", "HUKOU"),
                    true,
                    DemoOrganisation.POLICE),
            of(TOWN, "POLICE_STATION", "阳平派出所", "0917-0000002", List.of("POLICE"), true),
            of(OTHER_TOWN, "POLICE_STATION", "周原派出所", "0917-0000003", List.of("POLICE"), true),
            of(DISTRICT, "HOSPITAL", "陈仓医院", "0917-0000004", List.of("MEDICAL", "INJURY_ASSESSMENT"), true),
            of(TOWN, "HOSPITAL", "阳平镇卫生院", "0917-0000005", List.of("MEDICAL"), true),
            of(DISTRICT, "LEGAL_AID", "陈仓区法律援助中心", "0917-0000006", List.of("LEGAL_AID"), false),
            of(FIRST_VILLAGE, "LEGAL_AID", "村法律援助联络点", "0917-0000007", List.of("LEGAL_AID"), false),
            of(DISTRICT, "SHELTER", "陈仓区庇护中心", "0917-0000008", List.of("SHELTER"), true),
            of(DISTRICT, "RIGHTS_STATION", "妇女儿童维权工作站", "0917-0000009", List.of("SOCIAL_WORK"), false),
            of(TOWN, "FAMILY_MEDIATION", "阳平镇婚姻家庭纠纷调解室", "0917-0000010", List.of(), false),
            of(DISTRICT, "FAMILY_EDU_CENTRE", "家庭教育指导中心", "0917-0000011", List.of("FAMILY_EDU"), false),
            of(DISTRICT, "PSYCH", "青少年心理辅导站", "0917-0000012", List.of("PSYCH"), false),
            of(DISTRICT, "HOTLINE", "陈仓区未成年人保护热线", "0917-0000013", List.of(), true),
            new DemoResource(
                    DISTRICT,
                    "SCHOOL",
                    "教育体育局控辍保学专班",
                    "0917-0000014",
                    List.of("EDUCATION"),
                    false,
                    DemoOrganisation.EDUCATION));

    private static DemoResource of(
            long area, String category, String name, String phone, List<String> accepts, boolean always) {
        return new DemoResource(area, category, name, phone, accepts, always, null);
    }

    UUID id() {
        return DemoIds.of("resource", phone);
    }
}
