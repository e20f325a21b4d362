package org.shouwang.testsupport;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Moves of children and households, as an app asks for them and answers. */
public final class Moves {

    /** Where {@link Accounts#OTHER_TOWN_DIRECTOR} works. */
    public static final String OTHER_VILLAGE = "610304106200";

    private Moves() {}

    public static Map<String, Object> to(String village) {
        Map<String, Object> to = new HashMap<>();
        to.put("areaCode", village);
        to.put("address", "周原镇文广村 3 组 8 号");
        to.put("hamlet", "八组");
        return to;
    }

    public static Map<String, Object> to(String village, UUID household) {
        Map<String, Object> to = to(village);
        to.put("householdId", household);
        return to;
    }

    public static Map<String, Object> of(List<UUID> children, Map<String, Object> to) {
        Map<String, Object> form = new HashMap<>();
        form.put("childIds", children);
        form.put("wholeHousehold", false);
        form.put("to", to);
        form.put("reason", "随父亲迁居");
        return form;
    }

    public static Map<String, Object> ofHousehold(UUID child, Map<String, Object> to) {
        Map<String, Object> form = of(List.of(child), to);
        form.put("wholeHousehold", true);
        return form;
    }

    public static ValidatableResponse put(Accounts worker, UUID id, Map<String, Object> form) {
        return worker.request().body(form).put("/api/v1/moves/{id}", id).then();
    }

    public static UUID asked(Accounts worker, Map<String, Object> form) {
        UUID id = UUID.randomUUID();
        put(worker, id, form).statusCode(201);
        return id;
    }

    public static ValidatableResponse act(Accounts worker, UUID move, String action, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putIfAbsent("id", UUID.randomUUID());
        return worker.request()
                .body(body)
                .post("/api/v1/moves/{id}/" + action, move)
                .then();
    }

    /** The child's whole household has gone from one director's village to the other's. */
    public static UUID moved(Accounts from, UUID child, Accounts to, String village) {
        UUID move = asked(from, ofHousehold(child, to(village)));
        act(to, move, "accept", Map.of()).statusCode(200);
        return move;
    }

    /** From the first village to the other town's. */
    public static UUID movedAway(UUID child) {
        return moved(Accounts.DIRECTOR, child, Accounts.OTHER_TOWN_DIRECTOR, OTHER_VILLAGE);
    }
}
