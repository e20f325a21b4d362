package org.shouwang.journey;

import static org.shouwang.journey.MatrixRow.as;
import static org.shouwang.journey.MatrixRow.everybody;
import static org.shouwang.journey.MatrixRow.listed;
import static org.shouwang.journey.MatrixRow.one;
import static org.shouwang.journey.Requests.device;
import static org.shouwang.journey.Requests.fresh;
import static org.shouwang.journey.Requests.get;
import static org.shouwang.journey.Requests.list;
import static org.shouwang.journey.Requests.post;
import static org.shouwang.journey.Requests.put;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwang.activity.Records;
import org.shouwang.platform.Right;
import org.shouwang.testsupport.Families;

/** Every operation but those of signing in, one row each. A new operation needs a row here, or the matrix fails. */
final class MatrixRows {

    private MatrixRows() {}

    /** Asked without a token. */
    static final Set<String> OPEN =
            Set.of("logIn", "refreshSession", "logOut", "activate", "requestLoginCode", "logInWithCode", "getMeta");

    private static final List<MatrixRow> FIELD = List.of(
            everybody("getMe", 200, (who, at) -> who.get("/api/v1/me")),
            everybody("getArea", 200, (who, at) -> who.get("/api/v1/areas/" + at.village())),
            everybody("listAreas", 200, (who, at) -> who.get("/api/v1/areas")),
            everybody("listDevices", 200, (who, at) -> who.get("/api/v1/devices")),
            everybody("putDevice", 201, (who, at) -> put(who, device(), "/devices/{id}")),
            everybody("deleteDevice", 404, (who, at) -> who.delete("/api/v1/devices/" + fresh())),
            // Somebody else's.
            everybody(
                    "declareDeviceLost",
                    404,
                    (who, at) -> post(
                            who,
                            Map.of(),
                            "/devices/{id}/revocation",
                            at.staff().device())),
            // Too short: a wrong old one would count as a failed sign-in.
            everybody(
                    "changePassword",
                    422,
                    (who, at) -> post(who, Map.of("oldPassword", "?", "newPassword", "?"), "/auth/password")),
            listed(
                    "listHouseholds",
                    Right.HOUSEHOLD_LIST,
                    at -> at.household().id(),
                    (who, at) -> list(who, "/households", at)),
            one(
                    "getHousehold",
                    Right.HOUSEHOLD_READ,
                    200,
                    (who, at) -> get(who, "/households/{id}", at.household().id())),
            one(
                    "putHousehold",
                    Right.HOUSEHOLD_WRITE,
                    201,
                    (who, at) -> put(who, at.newHousehold(), "/households/{id}")),
            listed("listChildren", Right.CHILD_LIST, Place::child, (who, at) -> list(who, "/children", at)),
            listed(
                    "searchChildren",
                    Right.CHILD_LIST,
                    Place::child,
                    (who, at) ->
                            post(who, Map.of("text", "王小明", "area", at.village(), "limit", 500), "/children/search")),
            one("getChild", Right.CHILD_READ, 200, (who, at) -> get(who, "/children/{id}", at.child())),
            one(
                    "putChild",
                    Right.CHILD_WRITE,
                    201,
                    (who, at) -> put(who, Families.child(at.village(), at.household()), "/children/{id}")),
            one(
                    "lookAtChildInFull",
                    Right.CHILD_FULL_LOOK,
                    200,
                    (who, at) -> post(who, Map.of("reason", "联系其在外务工的父亲"), "/children/{id}/full-look", at.child())),
            one(
                    "lookAtHouseholdInFull",
                    Right.HOUSEHOLD_FULL_LOOK,
                    200,
                    (who, at) -> post(
                            who,
                            Map.of("reason", "联系其在外务工的父亲"),
                            "/households/{id}/full-look",
                            at.household().id())),
            as(
                    "breakGlass",
                    MatrixRows::glass,
                    (who, at) -> post(who, Place.breakGlass(fresh()), "/children/{id}/break-glass", at.sibling())),
            listed("listGrants", Right.ACCESS_REVIEW, Place::grant, (who, at) -> list(who, "/grants", at)),
            one(
                    "revokeGrant",
                    Right.ACCESS_REVIEW,
                    200,
                    (who, at) -> post(who, Map.of(), "/grants/{id}/revocation", at.grant())),
            listed("listTasks", Right.TASK_LIST, Place::task, (who, at) -> list(who, "/tasks", at)),
            as("getTask", MatrixRows::heldOrSeen, (who, at) -> get(who, "/tasks/{id}", at.task())),
            as("listTaskReminders", MatrixRows::heldOrSeen, (who, at) -> get(who, "/tasks/{id}/reminders", at.task())),
            one("assignTasks", Right.TASK_ASSIGN, 201, (who, at) -> post(who, at.newTask(fresh()), "/tasks")),
            as("acceptTask", MatrixRows::holdersMove, (who, at) -> move(who, at, "accept", Map.of())),
            as("completeTask", MatrixRows::holdersMove, (who, at) -> move(who, at, "complete", Map.of())),
            as("returnTask", MatrixRows::holdersMove, (who, at) -> move(who, at, "return", because())),
            as(
                    "reassignTask",
                    MatrixRows::assignersMove,
                    (who, at) ->
                            move(who, at, "reassign", Map.of("reason", "调整", "assigneeAppointmentId", at.director()))),
            as("cancelTask", MatrixRows::assignersMove, (who, at) -> move(who, at, "cancel", because())),
            listed("listHomes", Right.HOME_LIST, Place::home, (who, at) -> list(who, "/homes", at)),
            one("getHome", Right.HOME_READ, 200, (who, at) -> get(who, "/homes/{id}", at.home())),
            one("putHome", Right.HOME_WRITE, 201, (who, at) -> put(who, Records.home(at.village()), "/homes/{id}")),
            // From no version: told so is whoever may edit it.
            one("editHome", Right.HOME_WRITE, 428, (who, at) -> who.body(Map.of("bookCount", 1))
                    .patch("/api/v1/homes/{id}", at.home())),
            listed("listActivities", Right.ACTIVITY_LIST, Place::activity, (who, at) -> list(who, "/activities", at)),
            one("getActivity", Right.ACTIVITY_READ, 200, (who, at) -> get(who, "/activities/{id}", at.activity())),
            one(
                    "getHomeCoverage",
                    Right.HOME_LIST,
                    200,
                    (who, at) -> who.get("/api/v1/homes/coverage?area=" + at.village())),
            one(
                    "getActivityStatistics",
                    Right.ACTIVITY_LIST,
                    200,
                    (who, at) -> who.get("/api/v1/activities/statistics?area=" + at.village())),
            // Of a single village.
            as(
                    "getOverview",
                    MatrixRows::readersOfFiles,
                    (who, at) -> who.get("/api/v1/overview?area=" + at.village())),
            one(
                    "putActivity",
                    Right.ACTIVITY_WRITE,
                    201,
                    (who, at) -> put(who, Records.activity(at.village()), "/activities/{id}")));

    static final List<MatrixRow> ALL = Stream.of(
                    FIELD,
                    RegisterRows.ALL,
                    MoveRows.ALL,
                    VisitRows.ALL,
                    ReferralRows.ALL,
                    StaffRows.ALL,
                    NotificationRows.ALL,
                    SyncRows.ALL,
                    IncidentRows.ALL,
                    DirectoryRows.ALL,
                    PolicyRows.ALL,
                    CampaignRows.ALL,
                    MonitoringRows.ALL,
                    SupervisionRows.ALL,
                    ScoreRows.ALL,
                    EvidenceRows.ALL,
                    ViolenceRows.ALL)
            .flatMap(List::stream)
            .toList();

    /** A file that the own post shows needs no grant. */
    private static Set<Integer> glass(Asker asker) {
        if (!asker.may(Right.BREAK_GLASS)) {
            return Set.of(403);
        }
        return Set.of(asker.mayHere(Right.CHILD_READ) ? 422 : 201);
    }

    /** A number of a village may be one child. */
    private static Set<Integer> readersOfFiles(Asker asker) {
        if (!asker.may(Right.OVERVIEW_LIST)) {
            return Set.of(403);
        }
        return asker.inside() ? Set.of(asker.may(Right.CHILD_READ) ? 200 : 403) : Set.of(404);
    }

    /** Who holds a task reads it without any right: to all others without the right it is not there. */
    private static Set<Integer> heldOrSeen(Asker asker) {
        return Set.of(asker.mayHere(Right.TASK_READ) ? 200 : 404);
    }

    /** Only who holds the task; nobody here does. */
    private static Set<Integer> holdersMove(Asker asker) {
        return Set.of(asker.mayHere(Right.TASK_READ) ? 403 : 404);
    }

    /** The first who may cancels it, the others come too late. */
    private static Set<Integer> assignersMove(Asker asker) {
        if (asker.mayHere(Right.TASK_ASSIGN)) {
            return Set.of(200, 409);
        }
        return holdersMove(asker);
    }

    private static Response move(RequestSpecification who, Place at, String action, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("id", fresh());
        return post(who, body, "/tasks/{id}/" + action, at.task());
    }

    private static Map<String, Object> because() {
        return Map.of("reason", "本人已外出");
    }
}
