package org.shouwang.monitoring.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouwang.monitoring.collection.ReportedValues.Report;
import org.shouwang.monitoring.supervision.SupervisedUnits.Supervised;

/** How reports and cards count. */
final class Grades {

    private Grades() {}

    /** Nothing is late before it is due; what was not reported cannot be good or bad. */
    static List<ScoreGrade> of(Report report, LocalDate today) {
        List<ScoreGrade> grades = new ArrayList<>();
        LocalDate reportedOn = report.reportedOn();
        if (reportedOn == null) {
            return report.dueOn().isBefore(today) ? List.of(ScoreGrade.MISSING) : List.of();
        }
        grades.add(reportedOn.isAfter(report.dueOn()) ? ScoreGrade.LATE : ScoreGrade.IN_TIME);
        if (report.corrected()) {
            grades.add(ScoreGrade.CORRECTED);
        } else {
            grades.add(report.returned() ? ScoreGrade.RETURNED : ScoreGrade.CLEAN);
        }
        return grades;
    }

    static Map<ScoreGrade, Integer> of(Supervised unit) {
        return Map.of(
                ScoreGrade.YELLOW,
                unit.yellow(),
                ScoreGrade.RED,
                unit.red(),
                ScoreGrade.LETTER_MISSED,
                unit.missed(),
                ScoreGrade.ACCOUNTED,
                unit.accounted());
    }
}
