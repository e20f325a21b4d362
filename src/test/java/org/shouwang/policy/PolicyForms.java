package org.shouwang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.platform.AreaCode;

/** Versions of policies as tests make and send them: the standard, but for one change. */
public final class PolicyForms {

    private PolicyForms() {}

    /** A standard that asks for a home visit of children of high risk every ten days. */
    public static Map<String, Object> tenDays(String area, LocalDate from) {
        List<Object> levels = new ArrayList<>();
        for (LevelPolicy row : FollowUpPolicy.standard().levels()) {
            levels.add(level(row, row.riskLevel().equals("HIGH") ? 10 : row.homeVisitDays()));
        }
        Map<String, Object> form = new HashMap<>();
        form.put("areaCode", area);
        form.put("name", "试验随访标准");
        form.put("documentNumber", "试民发〔2026〕1号");
        form.put("validFrom", from.toString());
        form.put("levels", levels);
        form.put("categoryFloors", List.of(Map.of("categoryCode", "OUT_OF_SCHOOL", "riskLevel", "HIGH")));
        form.put("newFileFirstVisit", Map.of("amount", 3, "unit", "WORKING_DAYS"));
        return form;
    }

    private static Map<String, Object> level(LevelPolicy row, int homeVisitDays) {
        Map<String, Object> level = new HashMap<>();
        level.put("riskLevel", row.riskLevel());
        level.put("homeVisitDays", homeVisitDays);
        level.put("contactDays", row.contactDays());
        level.put("assessmentDays", row.assessmentDays());
        level.put(
                "firstVisit",
                Map.of(
                        "amount", row.firstVisit().amount(),
                        "unit", row.firstVisit().unit().name()));
        level.put("opensDaysBefore", row.opensDaysBefore());
        level.put("escalateTownshipAfterDays", row.escalateTownshipAfterDays());
        if (row.escalateCountyAfterDays() != null) {
            level.put("escalateCountyAfterDays", row.escalateCountyAfterDays());
        }
        return level;
    }

    /** The levels of a form, the first of them without a field. */
    @SuppressWarnings("unchecked")
    static List<Object> without(Map<String, Object> form, String field) {
        List<Object> levels = new ArrayList<>((List<Object>) form.get("levels"));
        Map<String, Object> first = new HashMap<>((Map<String, Object>) levels.get(0));
        first.remove(field);
        levels.set(0, first);
        return levels;
    }

    /** The standard as a form. */
    static PolicyForm standard(LocalDate from) {
        return new PolicyForm(
                AreaCode.of("610304000000"),
                "试验随访标准",
                null,
                from,
                FollowUpPolicy.standard().levels().stream().map(PolicyLevel::of).toList(),
                List.of(),
                new Span(5, Span.Unit.WORKING_DAYS));
    }
}
