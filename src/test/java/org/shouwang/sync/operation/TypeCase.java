package org.shouwang.sync.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.activity.Records;
import org.shouwang.register.assessment.Assessments;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Visits;

/**
 * One type of operation as a test asks for it.
 *
 * @param wrong somebody with a phone whose post may not do this; null where every post may
 * @param alone whether it is about what only its author has: to others it is not there, and nothing to refuse
 */
record TypeCase(String type, Accounts worker, @Nullable Accounts wrong, boolean alone, Function<Family, Asked> asked) {

    private static final String CATEGORY = "POOR_FAMILY";

    /** What is asked of which record. */
    record Asked(UUID record, Map<String, Object> form) {}

    /** A family of the first village. */
    record Family(Families.Household household, UUID child, UUID category) {

        static Family settled() {
            Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
            UUID child = UUID.randomUUID();
            UUID category = UUID.randomUUID();
            Map<String, Object> form = Families.child(Accounts.VILLAGE, household);
            form.put(
                    "categories",
                    List.of(Map.of("id", category, "categoryCode", "LEFT_BEHIND", "startDate", "2025-08-10")));
            put(Accounts.DIRECTOR, "/children/" + child, form);
            return new Family(household, child, category);
        }
    }

    static final List<TypeCase> ALL = List.of(
            village(
                    "household.register",
                    at -> made(Families.household(Accounts.VILLAGE, UUID.randomUUID(), UUID.randomUUID()))),
            village("household.update", at -> new Asked(at.household().id(), edit("hamlet", "三组", "五组"))),
            new TypeCase(
                    "member.categories",
                    Accounts.TOWNSHIP_CHAIR,
                    Accounts.EXECUTIVE,
                    false,
                    at -> new Asked(
                            at.household().id(),
                            Map.of(
                                    "memberId", at.household().grandmother(),
                                    "baseVersion", 0,
                                    "categories", Map.of("from", List.of(), "to", List.of("POOR_ELDERLY_WOMAN"))))),
            village("child.register", at -> made(Families.child(Accounts.VILLAGE, at.household()))),
            village("child.update", at -> new Asked(at.child(), edit("hamlet", "三组", "五组"))),
            coordinator("child.close", at -> new Asked(at.child(), Map.of("closeReason", "NO_LONGER_ELIGIBLE"))),
            village("child.reopen", at -> {
                post(
                        Accounts.COORDINATOR,
                        "/children/" + at.child() + "/close",
                        Map.of("id", UUID.randomUUID(), "closeReason", "NO_LONGER_ELIGIBLE"),
                        200);
                return new Asked(at.child(), because());
            }),
            village(
                    "category.claim",
                    at -> made(Map.of("childId", at.child(), "categoryCode", CATEGORY, "startDate", "2026-01-05"))),
            coordinator("category.verify", at -> new Asked(at.category(), Map.of())),
            coordinator("category.reject", at -> new Asked(at.category(), because())),
            coordinator(
                    "category.end", at -> new Asked(at.category(), Map.of("endDate", "2026-01-06", "reason", "父母返乡"))),
            village("assessment.record", at -> {
                Map<String, Object> form = Assessments.scored(4);
                form.put("childId", at.child());
                return made(form);
            }),
            village("visit.record", at -> made(OfflinePhone.visit(at.household().id(), at.child()))),
            village("visit.amend", at -> new Asked(visited(at), Map.of("livingEnv", "POOR"))),
            coordinator("visit.verify", at -> new Asked(visited(at), Map.of("baseVersion", 0, "verdict", "VERIFIED"))),
            village("contact.log", at -> made(contact(at))),
            // Anybody may report: what others have reported is not there for them.
            village("incident.report", at -> {
                UUID incident = UUID.randomUUID();
                put(Accounts.DIRECTOR, "/incidents/" + incident, Map.of("childId", at.child()));
                return new Asked(incident, Map.of("ongoingDanger", true));
            }),
            village("violence-case.record", at -> made(Map.of("victimChildId", at.child()))),
            village("referral.send", at -> made(referral(at))),
            village("referral.close", at -> {
                Asked asked = made(referral(at));
                put(Accounts.DIRECTOR, "/referrals/" + asked.record(), asked.form());
                Map<String, Object> rejected = new HashMap<>(because());
                rejected.put("id", UUID.randomUUID());
                post(Accounts.POLICE_OFFICER, "/referrals/" + asked.record() + "/reject", rejected, 200);
                return new Asked(asked.record(), Map.of());
            }),
            village("move.request", at -> made(move(at))),
            new TypeCase(
                    "move.accept",
                    Accounts.OTHER_TOWN_DIRECTOR,
                    Accounts.EXECUTIVE,
                    false,
                    at -> new Asked(moving(at), Map.of())),
            new TypeCase(
                    "move.return",
                    Accounts.OTHER_TOWN_DIRECTOR,
                    Accounts.EXECUTIVE,
                    false,
                    at -> new Asked(moving(at), because())),
            village("move.cancel", at -> new Asked(moving(at), because())),
            coordinator("move.request-proposed", at -> {
                Map<String, Object> named = new HashMap<>(move(at));
                named.remove("childIds");
                return new Asked(proposed(at), named);
            }),
            coordinator("move.dismiss", at -> new Asked(proposed(at), because())),
            coordinator("task.assign", at -> made(task("REPORT"))),
            village("task.accept", at -> new Asked(assigned(), Map.of())),
            village("task.complete", at -> new Asked(assigned(), Map.of())),
            village("task.return", at -> new Asked(assigned(), because())),
            coordinator("task.reassign", at -> {
                Map<String, Object> form = new HashMap<>(because());
                form.put("assigneeAppointmentId", Accounts.EXECUTIVE.appointment("WOMENS_EXECUTIVE"));
                return new Asked(assigned(), form);
            }),
            coordinator("task.cancel", at -> new Asked(assigned(), because())),
            village("home.record", at -> made(Records.home(Accounts.VILLAGE))),
            village("home.update", at -> {
                Asked home = made(Records.home(Accounts.VILLAGE));
                put(Accounts.DIRECTOR, "/homes/" + home.record(), home.form());
                return new Asked(home.record(), edit("status", "OPEN", "SUSPENDED"));
            }),
            new TypeCase(
                    "activity.record", Accounts.DIRECTOR, null, false, at -> made(Records.activity(Accounts.VILLAGE))),
            new TypeCase(
                    "notification.read", Accounts.DIRECTOR, null, true, at -> new Asked(toldOf(assigned()), Map.of())),
            new TypeCase(
                    "notification.read-up-to",
                    Accounts.DIRECTOR,
                    null,
                    true,
                    at -> new Asked(toldOf(assigned()), Map.of())));

    private static TypeCase village(String type, Function<Family, Asked> asked) {
        return new TypeCase(type, Accounts.DIRECTOR, Accounts.EXECUTIVE, false, asked);
    }

    private static TypeCase coordinator(String type, Function<Family, Asked> asked) {
        return new TypeCase(type, Accounts.COORDINATOR, Accounts.EXECUTIVE, false, asked);
    }

    private static Asked made(Map<String, Object> form) {
        return new Asked(UUID.randomUUID(), form);
    }

    static Map<String, Object> edit(String field, Object from, Object to) {
        return Map.of("baseVersion", 0, "changes", Map.of(field, Map.of("from", from, "to", to)));
    }

    private static Map<String, Object> because() {
        return Map.of("reason", "情况有变");
    }

    private static UUID visited(Family at) {
        UUID visit = UUID.randomUUID();
        put(
                Accounts.DIRECTOR,
                "/visits/" + visit,
                OfflinePhone.visit(at.household().id(), at.child()));
        return visit;
    }

    private static Map<String, Object> contact(Family at) {
        return Visits.contact(at.child());
    }

    private static Map<String, Object> move(Family at) {
        return Map.of(
                "childIds",
                List.of(at.child()),
                "wholeHousehold",
                true,
                "to",
                Map.of("areaCode", "610304106200", "address", "周原镇文广村 3 组 8 号"),
                "reason",
                "全家迁居");
    }

    /** To the police of the demo district, who keep the register of households. */
    private static Map<String, Object> referral(Family at) {
        return Map.of(
                "childId",
                at.child(),
                "referralType",
                "HUKOU",
                "toOrganisationId",
                UUID.nameUUIDFromBytes("demo/organisation/POLICE".getBytes(UTF_8)),
                "urgency",
                "NORMAL",
                "summary",
                "孩子满十岁尚未落户，请协助办理",
                "consentStatus",
                "GUARDIAN_AGREED");
    }

    static UUID moving(Family at) {
        UUID move = UUID.randomUUID();
        put(Accounts.DIRECTOR, "/moves/" + move, move(at));
        return move;
    }

    /** What a visit opened that found the family gone. */
    private static UUID proposed(Family at) {
        UUID visit = UUID.randomUUID();
        Map<String, Object> form = OfflinePhone.visit(at.household().id(), at.child());
        form.put("outcome", "MOVED");
        form.put("children", List.of(Map.of("childId", at.child(), "met", false)));
        put(Accounts.DIRECTOR, "/visits/" + visit, form);
        return Accounts.COORDINATOR
                .request()
                .get("/api/v1/moves?state=PROPOSED&limit=500")
                .then()
                .extract()
                .jsonPath()
                .getUUID("items.find { it.sourceVisitId == '" + visit + "' }.id");
    }

    static Map<String, Object> task(String type) {
        return Map.of(
                "title",
                "填报月度情况",
                "taskType",
                type,
                "subjectType",
                "NONE",
                "areaCode",
                Accounts.VILLAGE,
                "assigneeAppointmentId",
                Accounts.DIRECTOR.appointment("CHILDREN_DIRECTOR"),
                "priority",
                "NORMAL",
                "startOn",
                Demo.today().toString(),
                "dueOn",
                Demo.today().plusDays(30).toString());
    }

    static UUID assigned() {
        Map<String, Object> task = new HashMap<>(task("REPORT"));
        UUID id = UUID.randomUUID();
        task.put("id", id);
        post(Accounts.COORDINATOR, "/tasks", task, 201);
        return id;
    }

    private static UUID toldOf(UUID task) {
        return Accounts.DIRECTOR
                .request()
                .get("/api/v1/notifications?limit=500")
                .then()
                .extract()
                .jsonPath()
                .getUUID("items.find { it.subjectId == '" + task + "' }.id");
    }

    private static void put(Accounts who, String path, Map<String, Object> form) {
        who.request().body(form).put("/api/v1" + path).then().statusCode(201);
    }

    private static void post(Accounts who, String path, Map<String, Object> form, int status) {
        who.request().body(form).post("/api/v1" + path).then().statusCode(status);
    }

    @Override
    public String toString() {
        return type;
    }
}
