package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.listed;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.list;
import static org.shouwang.journey.Requests.post;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;

/** The rows of moves between villages, asked of a move from the place to a village that none of the askers reaches. */
final class MoveRows {

    private static final String FAR_AWAY = "610304103200";

    private static final Map<Place, Asked> MOVES = new ConcurrentHashMap<>();

    private MoveRows() {}

    private record Asked(UUID id, Map<String, Object> form) {}

    static final List<MatrixRow> ALL = List.of(
            // Repeated by somebody of the same side.
            one("putMove", Right.MOVE_WRITE, 200, (who, at) -> who.body(move(at).form())
                    .put("/api/v1/moves/{id}", move(at).id())),
            one("getMove", Right.MOVE_READ, 200, (who, at) -> get(who, "/moves/{id}", move(at).id())),
            listed("listMoves", Right.MOVE_LIST, at -> move(at).id(), (who, at) -> list(who, "/moves", at)),
            as("acceptMove", MoveRows::otherSide, (who, at) -> act(who, at, "accept", Map.of())),
            as("returnMove", MoveRows::otherSide, (who, at) -> act(who, at, "return", because())),
            as("requestProposedMove", MoveRows::coordinator, (who, at) -> act(who, at, "request", named())),
            as("dismissMove", MoveRows::coordinator, (who, at) -> act(who, at, "dismiss", because())),
            // The first who may takes it back, the others come too late.
            as("cancelMove", asker -> writers(asker, 200, 409), (who, at) -> act(who, at, "cancel", because())));

    private static Asked move(Place at) {
        return MOVES.computeIfAbsent(at, MoveRows::ask);
    }

    private static Asked ask(Place at) {
        Accounts director = Stream.of(Accounts.values())
                .filter(account -> account.phone().equals(at.phone()))
                .findFirst()
                .orElseThrow();
        UUID child = Families.register(director, at.village(), Families.settle(director, at.village()), "LOW");
        Map<String, Object> form = new HashMap<>(named());
        form.put("childIds", List.of(child));
        Asked asked = new Asked(fresh(), form);
        director.request()
                .body(form)
                .put("/api/v1/moves/{id}", asked.id())
                .then()
                .statusCode(201);
        return asked;
    }

    private static Map<String, Object> named() {
        return Map.of(
                "wholeHousehold", true, "to", Map.of("areaCode", FAR_AWAY, "address", "磻溪镇凤鸣村 1 号"), "reason", "全家迁居");
    }

    private static Map<String, Object> because() {
        return Map.of("reason", "情况有变");
    }

    private static Response act(RequestSpecification who, Place at, String action, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("id", fresh());
        return post(who, body, "/moves/{id}/" + action, move(at).id());
    }

    private static Set<Integer> writers(Asker asker, Integer... inside) {
        if (!asker.may(Right.MOVE_WRITE)) {
            return Set.of(403);
        }
        return asker.inside() ? Set.of(inside) : Set.of(404);
    }

    /** Only the other side answers. */
    private static Set<Integer> otherSide(Asker asker) {
        return writers(asker, 403);
    }

    /** Only who coordinates, and this is no proposal. */
    private static Set<Integer> coordinator(Asker asker) {
        return writers(asker, asker.role() == RoleCode.TOWNSHIP_COORDINATOR ? 409 : 403);
    }
}
