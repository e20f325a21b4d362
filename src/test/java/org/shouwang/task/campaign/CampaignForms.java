package org.shouwang.task.campaign;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Campaigns as an office sends them, valid as they stand; tests change what they are about. */
public final class CampaignForms {

    private CampaignForms() {}

    /** One visit to each household with a child of these categories in these areas, on ten days from this one. */
    public static Map<String, Object> visits(LocalDate startOn, List<String> categories, String... areas) {
        Map<String, Object> form = new HashMap<>();
        form.put("name", "试验专项行动");
        form.put("kind", "SEASONAL");
        form.put("season", "SUMMER_DROWNING");
        form.put("themeCode", "DROWNING");
        form.put("areaScope", List.of(areas));
        form.put("subjectType", "HOUSEHOLD");
        form.put("subjectFilter", Map.of("categoryCodes", categories));
        form.put("startOn", startOn.toString());
        form.put("endOn", startOn.plusDays(9).toString());
        form.put("taskTemplate", Map.of("type", "VISIT", "title", "暑期防溺水入户走访", "priority", "NORMAL"));
        return form;
    }
}
