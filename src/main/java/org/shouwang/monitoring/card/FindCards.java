package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.card.CardRows.Wanted;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.Page;
import org.shouwang.platform.http.PageQuery;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Cards as somebody sees them: offices all of their areas, a liaison those of the own unit that were issued. */
@Singleton
class FindCards {

    private final Units units;
    private final CardRows rows;
    private final CardLedger ledger;
    private final Pool pool;

    FindCards(Units units, CardRows rows, CardLedger ledger, Pool pool) {
        this.units = units;
        this.rows = rows;
        this.ledger = ledger;
        this.pool = pool;
    }

    Uni<Result<CardView>> one(UUID id, Caller caller) {
        return units.sight(caller)
                .chain(seen ->
                        seen.then(sight -> rows.find(pool, id).chain(card -> card.filter(one -> isSeen(one, sight))
                                .map(one -> ledger.of(pool, id).map(history -> Result.ok(view(one, history, sight))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))))));
    }

    private static boolean isSeen(Card card, Sight sight) {
        return sight.areas().contains(card.area())
                || (card.status().wasIssued() && sight.reaches(card.area(), card.unitId()));
    }

    private static CardView view(Card card, @Nullable List<CardActView> history, Sight sight) {
        CardView view = CardView.of(card, history);
        return sight.areas().contains(card.area()) ? view : view.withoutNotes();
    }

    Uni<Result<Page<CardView>>> list(Wanted wanted, PageQuery page, Caller caller) {
        Optional<Cursor> after = page.after(3);
        return units.sight(caller)
                .chain(seen -> seen.thenDo(sight -> rows.list(sight, wanted, after, page.limit() + 1)
                        .map(cards -> cards.stream()
                                .map(card -> view(card, null, sight))
                                .toList())
                        .map(cards -> Page.of(
                                cards,
                                page.limit(),
                                last -> Cursor.of(last.areaCode(), last.indicatorCode(), last.id())))));
    }
}
