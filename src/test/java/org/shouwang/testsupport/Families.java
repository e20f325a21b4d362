package org.shouwang.testsupport;

import static org.hamcrest.Matchers.equalTo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Households and children as an app sends them, each request valid as it stands; tests change what they are about. */
public final class Families {

    /** Area prefixes of which none exists, so that no number belongs to anybody. */
    private static final int FIRST_PREFIX = 990101;

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Families() {}

    /** A household in the database. */
    public record Household(UUID id, UUID grandmother, UUID father) {}

    /** A boy of 2016 with a number that no test has used yet. */
    public static String boysNumber() {
        int count = NUMBERS.getAndIncrement();
        return withCheck((FIRST_PREFIX + count % 9000) + "20160502" + String.format("%03d", 1 + 2 * (count / 9000)));
    }

    private static String withCheck(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    public static Map<String, Object> household(String village, UUID grandmother, UUID father) {
        Map<String, Object> form = new HashMap<>();
        form.put("headName", "王桂兰");
        form.put("phone", "13911112222");
        form.put("address", "阳平镇上河滩 12 号");
        form.put("hamlet", "三组");
        form.put("areaCode", village);
        form.put("incomeSources", List.of("WAGES", "FARMING"));
        form.put("aidTypes", List.of("DIBAO"));
        form.put("members", new ArrayList<>(List.of(grandmother(grandmother), father(father))));
        return form;
    }

    private static Map<String, Object> grandmother(UUID id) {
        Map<String, Object> member = new HashMap<>();
        member.put("id", id);
        member.put("fullName", "王桂兰");
        member.put("sexCode", "2");
        member.put("birthDate", "1958-03-01");
        member.put("idNumber", "990101195803010020");
        member.put("phone", "13911112222");
        member.put("vitalStatus", "ALIVE");
        member.put("guardianshipAbility", "FULL");
        return member;
    }

    private static Map<String, Object> father(UUID id) {
        Map<String, Object> member = new HashMap<>();
        member.put("id", id);
        member.put("fullName", "王建国");
        member.put("sexCode", "1");
        member.put("vitalStatus", "ALIVE");
        member.put("guardianshipAbility", "FULL");
        member.put("isAway", true);
        member.put("workPlaceCode", "4403");
        member.put("workPlaceText", "广东省深圳市");
        member.put("awaySince", "2025-02-10");
        return member;
    }

    /** Records a household in the village. */
    public static Household settle(Accounts worker, String village) {
        Household household = new Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        worker.request()
                .body(household(village, household.grandmother(), household.father()))
                .put("/api/v1/households/{id}", household.id())
                .then()
                .statusCode(201)
                .body("id", equalTo(household.id().toString()));
        return household;
    }

    /** A left-behind boy who lives with his grandmother, at level MEDIUM. */
    public static Map<String, Object> child(String village, Household household) {
        Map<String, Object> form = new HashMap<>();
        form.put("fullName", "王小明");
        form.put("sexCode", "1");
        form.put("birthDate", "2016-05-02");
        form.put("idType", "RESIDENT_ID");
        form.put("idNumber", boysNumber());
        form.put("hukouRegistered", true);
        form.put("hukouAreaCode", village);
        form.put("hukouAddress", "阳平镇上河滩 12 号");
        form.put("residenceAreaCode", village);
        form.put("residenceAddress", "阳平镇上河滩 12 号");
        form.put("hamlet", "三组");
        form.put("ruralHukou", true);
        form.put("householdId", household.id());
        form.put("livingStatus", "AT_HOME");
        form.put("source", "VISIT");
        form.put("noticeGivenAt", "2026-01-05T02:00:00Z");
        form.put("noticeVersion", "2026-1");
        form.put(
                "members",
                new ArrayList<>(
                        List.of(link(household.grandmother(), "62", true), link(household.father(), "51", false))));
        form.put("categories", new ArrayList<>(List.of(category("LEFT_BEHIND", "2025-08-10"))));
        form.put("assessment", assessment("MEDIUM"));
        return form;
    }

    public static Map<String, Object> link(UUID memberId, String relationCode, boolean primaryCaregiver) {
        Map<String, Object> link = new HashMap<>();
        link.put("memberId", memberId);
        link.put("relationCode", relationCode);
        link.put("contactFreq", "WEEKLY");
        link.put("lastReunionOn", "2026-02-12");
        link.put("isPrimaryCaregiver", primaryCaregiver);
        return link;
    }

    public static Map<String, Object> category(String code, String startDate) {
        return Map.of("id", UUID.randomUUID(), "categoryCode", code, "startDate", startDate);
    }

    public static Map<String, Object> assessment(String riskLevel) {
        return Map.of("id", UUID.randomUUID(), "riskLevel", riskLevel, "assessedOn", "2026-01-05");
    }

    /** Records a child of the household, at this level. */
    public static UUID register(Accounts worker, String village, Household household, String riskLevel) {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = child(village, household);
        form.put("assessment", assessment(riskLevel));
        worker.request()
                .body(form)
                .put("/api/v1/children/{id}", id)
                .then()
                .statusCode(201)
                .body("riskLevel", equalTo(riskLevel));
        return id;
    }
}
