package org.shouwang.monitoring.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.score.UnitScoreView.Adjustment;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;

/** What may be done to scores, and when. */
final class ScoreRules {

    private static final BigDecimal MOST = BigDecimal.valueOf(5);

    private ScoreRules() {}

    /** @param editions of the area and year */
    static List<Violation> draft(ScoreForm form, boolean county, List<ScoreBook> editions, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (!county) {
            found.add(Violation.of("areaCode", "score-of-county"));
        }
        if (form.year() > today.getYear()) {
            found.add(Violation.of("year", "score-year-begun"));
        }
        if (editions.stream().anyMatch(ScoreBook::isDraft)) {
            found.add(Violation.of("areaCode", "score-draft-there"));
        }
        Optional<UUID> published = editions.stream()
                .filter(one -> one.status() == ScoreStatus.PUBLISHED)
                .map(ScoreBook::id)
                .findFirst();
        if (!Objects.equals(published.orElse(null), form.replaces())) {
            found.add(Violation.of("replaces", "score-replaces-published"));
        }
        if ((form.replaces() == null) != (form.reason() == null)) {
            found.add(Violation.of("reason", "score-replaces-reason"));
        }
        return found;
    }

    static Result<ScoreBook> asDraft(ScoreBook book) {
        return book.isDraft()
                ? Result.ok(book)
                : conflict("score-status", book.status().name());
    }

    /**
     * Whether the office may adjust the score of a unit.
     *
     * @param before of the unit
     */
    static List<Violation> adjust(Optional<UnitScore> unit, BigDecimal points, List<Adjustment> before) {
        List<Violation> found = new ArrayList<>();
        if (unit.filter(one -> one.base() != null).isEmpty()) {
            found.add(Violation.of("unitId", "score-of-unit"));
        }
        if (points.signum() == 0 || ScoreRemarks.sum(before).add(points).abs().compareTo(MOST) > 0) {
            found.add(Violation.of("points", "score-adjust-most", MOST.toPlainString()));
        }
        return found;
    }

    /** Whether a unit may object: to what counts, within fifteen days, once a year. */
    static Result<ScoreBook> object(ScoreBook book, boolean before, LocalDate today) {
        if (book.status() != ScoreStatus.PUBLISHED) {
            return conflict("score-status", book.status().name());
        }
        if (before) {
            return conflict("objection-once");
        }
        return today.isAfter(Objects.requireNonNull(book.objectUntil()))
                ? conflict(
                        "objection-late",
                        Objects.requireNonNull(book.objectUntil()).toString())
                : Result.ok(book);
    }

    static <T> Result<T> conflict(String rule, Object... values) {
        return Result.refused(new Refusal(Problem.STATE_CONFLICT, List.of(Violation.of("status", rule, values))));
    }
}
