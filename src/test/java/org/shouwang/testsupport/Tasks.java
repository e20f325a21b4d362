package org.shouwang.testsupport;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Tasks of the week before they are due as an app assigns them, each valid as it stands; tests change what they are about. */
public final class Tasks {

    private Tasks() {}

    /** A visit to a child. */
    public static Map<String, Object> visitTo(UUID child, UUID assignee, LocalDate due) {
        Map<String, Object> task = task("本周入户走访", "VISIT", "CHILD", assignee, due);
        task.put("subjectId", child);
        return task;
    }

    /** Something to do in an area that is about nobody. */
    public static Map<String, Object> report(String area, UUID assignee, LocalDate due) {
        Map<String, Object> task = task("填报月度情况", "REPORT", "NONE", assignee, due);
        task.put("areaCode", area);
        return task;
    }

    private static Map<String, Object> task(
            String title, String type, String subjectType, UUID assignee, LocalDate due) {
        Map<String, Object> task = new HashMap<>();
        task.put("id", UUID.randomUUID());
        task.put("title", title);
        task.put("taskType", type);
        task.put("subjectType", subjectType);
        task.put("assigneeAppointmentId", assignee);
        task.put("priority", "NORMAL");
        task.put("startOn", due.minusDays(7).toString());
        task.put("dueOn", due.toString());
        return task;
    }

    /** Assigns the task as the coordinator does, and answers its id. */
    public static UUID assigned(Map<String, Object> task) {
        Accounts.COORDINATOR.request().body(task).post("/api/v1/tasks").then().statusCode(201);
        return (UUID) task.get("id");
    }
}
