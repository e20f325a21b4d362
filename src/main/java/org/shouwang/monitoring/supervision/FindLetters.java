package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.supervision.LetterRows.Wanted;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Letters as somebody sees them: offices all of their areas, a liaison those that were issued to the own unit. */
@Singleton
class FindLetters {

    private final Units units;
    private final LetterRows rows;
    private final SupervisionLedger ledger;
    private final Pool pool;
    private final Clock clock;

    FindLetters(Units units, LetterRows rows, SupervisionLedger ledger, Pool pool, Clock clock) {
        this.units = units;
        this.rows = rows;
        this.ledger = ledger;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<LetterView>> one(UUID id, Caller caller) {
        return units.sight(caller)
                .chain(seen ->
                        seen.then(sight -> rows.find(pool, id).chain(letter -> letter.filter(one -> isSeen(one, sight))
                                .map(one -> ledger.of(pool, SupervisionAct.Subject.LETTER, id)
                                        .map(history -> Result.ok(LetterView.of(one, LocalDays.today(clock), history))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))))));
    }

    private static boolean isSeen(Letter letter, Sight sight) {
        return sight.areas().contains(letter.area())
                || (letter.letterNo() != null && sight.reaches(letter.area(), letter.unitId()));
    }

    Uni<Result<Page<LetterView>>> list(Wanted wanted, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(3);
        LocalDate today = LocalDays.today(clock);
        return units.sight(caller)
                .chain(seen -> seen.thenDo(sight -> rows.list(pool, sight, wanted, after, page.limit() + 1)
                        .map(letters -> letters.stream()
                                .map(letter -> LetterView.of(letter, today, null))
                                .toList())
                        .map(letters -> Page.of(
                                letters,
                                page.limit(),
                                last -> Cursor.of(last.areaCode(), last.indicatorCode(), last.id())))));
    }
}
