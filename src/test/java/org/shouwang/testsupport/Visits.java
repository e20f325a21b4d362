package org.shouwang.testsupport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Visits and contacts of half an hour ago as an app sends them, each valid as it stands; tests change what they are about. */
public final class Visits {

    private Visits() {}

    /** A visit to the home at which all these children were met. */
    public static Map<String, Object> met(UUID household, UUID... children) {
        return visit("HOME", "MET_CHILD", household, true, children);
    }

    /** A visit by telephone about these children, to whom nobody spoke. */
    public static Map<String, Object> phoned(UUID household, UUID... children) {
        return visit("PHONE", "MET_CAREGIVER", household, false, children);
    }

    private static Map<String, Object> visit(
            String method, String outcome, UUID household, boolean met, UUID... children) {
        Map<String, Object> form = new HashMap<>();
        form.put("householdId", household);
        form.put("method", method);
        form.put("purpose", "ROUTINE");
        form.put("startedAt", halfAnHourAgo());
        form.put("outcome", outcome);
        form.put(
                "children",
                Stream.of(children)
                        .map(child -> Map.of("childId", child, "met", met))
                        .toList());
        return form;
    }

    /** A contact about these children that asks for no visit. */
    public static Map<String, Object> contact(UUID... children) {
        Map<String, Object> form = new HashMap<>();
        form.put("childIds", List.of(children));
        form.put("contactedAt", halfAnHourAgo());
        form.put("channel", "PHONE");
        form.put("counterpart", "CAREGIVER");
        form.put("reached", true);
        form.put("needsVisit", false);
        return form;
    }

    private static String halfAnHourAgo() {
        return Demo.now().minusSeconds(1800).toString();
    }
}
