package org.shouwang.task;

import static org.shouwang.testsupport.Tasks.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Bodies of requests as an app writes them. */
final class TaskJson {

    private TaskJson() {}

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
