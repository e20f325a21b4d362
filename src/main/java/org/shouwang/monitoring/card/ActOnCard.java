package org.shouwang.monitoring.card;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;

/**
 * The committee office issues, dismisses, clears and revokes cards, under the version that was seen: a proposal may have become graver
 * since. A red card upgrades the yellow ones before it. Repeated, it is done once.
 */
@Singleton
class ActOnCard {

    static final String SUBJECT = "CARD";

    private final ResponsibilityRows lines;
    private final JudgeValues judge;
    private final CardRows rows;
    private final CardLedger ledger;
    private final TrailRows trail;
    private final List<CardListener> listeners;
    private final Pool pool;

    ActOnCard(
            ResponsibilityRows lines,
            JudgeValues judge,
            CardRows rows,
            CardLedger ledger,
            TrailRows trail,
            @All List<CardListener> listeners,
            Pool pool) {
        this.lines = lines;
        this.judge = judge;
        this.rows = rows;
        this.ledger = ledger;
        this.trail = trail;
        this.listeners = listeners;
        this.pool = pool;
    }

    /** Refused with 404 out of scope, with 412 where it changed since, with 409 by its status. */
    Uni<Result<CardView>> act(UUID id, CardActKind kind, Result<BaseVersion> base, CardActForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> held(transaction, id)
                        .chain(found -> found.map(card -> caller.acting(Right.MONITORING_WRITE, card.area())
                                        .then(post -> once(transaction, card, kind, base, form, caller, post)))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    /** The line of the book first, as whoever judges holds it. */
    private Uni<Optional<Card>> held(SqlClient transaction, UUID id) {
        return rows.find(transaction, id).chain(found -> found.map(card ->
                        lines.locked(transaction, card.responsibilityId()).chain(() -> rows.locked(transaction, id)))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Result<CardView>> once(
            SqlClient transaction,
            Card card,
            CardActKind kind,
            Result<BaseVersion> base,
            CardActForm form,
            Caller caller,
            Post post) {
        return ledger.isDone(transaction, card.id(), kind, form, caller)
                .chain(known -> known.then(done -> done
                        ? Uni.createFrom().item(Result.ok(CardView.of(card, null)))
                        : base.flatMap(version -> version.against(card.version()))
                                .flatMap(fresh -> next(card, kind))
                                .then(next -> allowed(transaction, card, next)
                                        .chain(able -> able.thenDo(
                                                free -> write(transaction, card, kind, next, form, caller, post))))));
    }

    private static Result<CardStatus> next(Card card, CardActKind kind) {
        return kind.after(card.status())
                .map(Result::ok)
                .orElseGet(() -> Result.refused(new Refusal(
                        Problem.STATE_CONFLICT,
                        List.of(Violation.of(
                                "status", "card-status", card.status().name())))));
    }

    /** Nothing is cleared while its letter goes on. */
    private Uni<Result<Card>> allowed(SqlClient transaction, Card card, CardStatus next) {
        Uni<Boolean> held = Uni.createFrom().item(false);
        if (next == CardStatus.CLEARED) {
            for (CardListener listener : listeners) {
                held = held.chain(
                        before -> before ? Uni.createFrom().item(true) : listener.holds(transaction, card.id()));
            }
        }
        return held.map(still -> still
                ? Result.refused(
                        new Refusal(Problem.STATE_CONFLICT, List.of(Violation.of("status", "card-letter-open"))))
                : Result.ok(card));
    }

    private Uni<CardView> write(
            SqlClient transaction,
            Card card,
            CardActKind kind,
            CardStatus next,
            CardActForm form,
            Caller caller,
            Post post) {
        return rows.move(transaction, card.id(), next)
                .chain(() -> done(transaction, card, card.id(), kind, form, caller, post))
                .chain(() -> next == CardStatus.ISSUED && card.colour() == CardColour.RED
                        ? upgraded(transaction, card, form, caller, post)
                        : Uni.createFrom().voidItem())
                .chain(() -> next == CardStatus.REVOKED
                        ? revoked(transaction, card, form, caller, post)
                        : Uni.createFrom().voidItem())
                .chain(() -> next == CardStatus.ISSUED || next == CardStatus.REVOKED
                        ? judge.afterDecided(transaction, card)
                        : Uni.createFrom().voidItem())
                .chain(() -> rows.find(transaction, card.id()))
                .map(Optional::orElseThrow)
                .map(now -> CardView.of(now, null));
    }

    private Uni<Void> revoked(SqlClient transaction, Card card, CardActForm form, Caller caller, Post post) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (CardListener listener : listeners) {
            told = told.chain(() -> listener.revoked(transaction, card.id(), form.reason(), caller, post));
        }
        return told;
    }

    /** The yellow ones before a red one. */
    Uni<Void> upgraded(SqlClient transaction, Card red, CardActForm form, Caller caller, Post post) {
        return rows.upgrade(transaction, red.id()).chain(yellow -> {
            Uni<Void> written = Uni.createFrom().voidItem();
            for (UUID one : yellow) {
                CardActForm because = new CardActForm(Ids.next(), form.reason());
                written = written.chain(() -> done(transaction, red, one, CardActKind.UPGRADE, because, caller, post));
            }
            return written;
        });
    }

    private Uni<Void> done(
            SqlClient transaction, Card card, UUID id, CardActKind kind, CardActForm form, Caller caller, Post post) {
        String action = "card." + kind.name().toLowerCase(Locale.ROOT);
        return ledger.byPerson(transaction, id, kind, form, caller, post)
                .chain(() -> trail.changed(
                        transaction, caller.workerId(), post, action, List.of(new Subject(SUBJECT, id, card.area()))));
    }
}
