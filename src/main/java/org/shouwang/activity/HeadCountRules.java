package org.shouwang.activity;

import java.util.ArrayList;
import java.util.List;
import org.shouwang.platform.problem.Violation;

/** The cross-check of an activity's head counts (data dictionary, section 16). */
final class HeadCountRules {

    private HeadCountRules() {}

    static List<Violation> check(HeadCounts counts) {
        List<Violation> found = new ArrayList<>(negative(counts));
        long sexes = (long) counts.countBoys() + counts.countGirls();
        if (sexes != counts.countChildren()) {
            found.add(Violation.of("countChildren", "count-sexes", sexes, counts.countChildren()));
        }
        long ages = (long) counts.countAge0To2()
                + counts.countAge3To5()
                + counts.countAge6To11()
                + counts.countAge12To15()
                + counts.countAge16To17();
        if (ages != counts.countChildren()) {
            found.add(Violation.of("countChildren", "count-ages", ages, counts.countChildren()));
        }
        atMost(found, "countLeftBehind", "count-left-behind", counts.countLeftBehind(), counts);
        atMost(found, "countDifficult", "count-difficult", counts.countDifficult(), counts);
        atMost(found, "countMigrant", "count-migrant", counts.countMigrant(), counts);
        atMost(found, "countDisabled", "count-disabled", counts.countDisabled(), counts);
        return found;
    }

    private static void atMost(List<Violation> found, String field, String rule, int part, HeadCounts counts) {
        if (part > counts.countChildren()) {
            found.add(Violation.of(field, rule, part, counts.countChildren()));
        }
    }

    private static List<Violation> negative(HeadCounts counts) {
        List<Violation> found = new ArrayList<>();
        notNegative(found, "countChildren", counts.countChildren());
        notNegative(found, "countBoys", counts.countBoys());
        notNegative(found, "countGirls", counts.countGirls());
        notNegative(found, "countAge0To2", counts.countAge0To2());
        notNegative(found, "countAge3To5", counts.countAge3To5());
        notNegative(found, "countAge6To11", counts.countAge6To11());
        notNegative(found, "countAge12To15", counts.countAge12To15());
        notNegative(found, "countAge16To17", counts.countAge16To17());
        notNegative(found, "countLeftBehind", counts.countLeftBehind());
        notNegative(found, "countDifficult", counts.countDifficult());
        notNegative(found, "countMigrant", counts.countMigrant());
        notNegative(found, "countDisabled", counts.countDisabled());
        notNegative(found, "countParents", counts.countParents());
        notNegative(found, "countWomen", counts.countWomen());
        notNegative(found, "countVolunteers", counts.countVolunteers());
        return found;
    }

    private static void notNegative(List<Violation> found, String field, int count) {
        if (count < 0) {
            found.add(Violation.of(field, "count-not-negative", count));
        }
    }
}
