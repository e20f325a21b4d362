package org.shouwang.task;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Bodies of requests as an app writes them. */
final class TaskJson {

    private TaskJson() {}

    static Map<String, Object> visitTo(UUID child, UUID assignee, LocalDate due) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", UUID.randomUUID());
        body.put("title", "本周入户走访");
        body.put("taskType", "VISIT");
        body.put("subjectType", "CHILD");
        body.put("subjectId", child);
        body.put("assigneeAppointmentId", assignee);
        body.put("priority", "NORMAL");
        body.put("startOn", due.minusDays(7).toString());
        body.put("dueOn", due.toString());
        return body;
    }

    /** Something to do in an area that is about nobody. */
    static Map<String, Object> report(String area, UUID assignee, LocalDate due) {
        Map<String, Object> body = visitTo(UUID.randomUUID(), assignee, due);
        body.remove("subjectId");
        body.putAll(Map.of("taskType", "REPORT", "subjectType", "NONE", "areaCode", area, "title", "填报月度情况"));
        return body;
    }

    /** Something to do in a children's home. */
    static Map<String, Object> home(String area, UUID assignee, LocalDate due) {
        return with(with(report(area, assignee, due), "subjectType", "HOME"), "subjectId", UUID.randomUUID());
    }

    static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        changed.put(field, value);
        return changed;
    }

    static UUID id(Map<String, Object> body) {
        return (UUID) body.get("id");
    }

    static Map<String, Object> action() {
        return Map.of("id", UUID.randomUUID());
    }

    static Map<String, Object> because(String reason) {
        return with(action(), "reason", reason);
    }
}
