package org.shouwang.monitoring.card;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.breakdown.ResponsibilityRows;
import org.shouwang.monitoring.card.HandCardRows.Given;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.collection.CollectionPeriod;
import org.shouwang.monitoring.collection.PeriodRows;
import org.shouwang.monitoring.collection.PublishedValues;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Refusal;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.Races;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/**
 * The committee office gives a card by hand, where no rule may or does: issued at once, with its reason. The line of the book is held,
 * so that of this and a proposal one wins. Repeated, it answers the card as it is now.
 */
@Singleton
class GiveCard {

    private final Catalogues catalogues;
    private final ResponsibilityRows lines;
    private final PeriodRows periods;
    private final PublishedValues values;
    private final Dossiers dossiers;
    private final CardRows rows;
    private final HandCardRows hand;
    private final ActOnCard act;
    private final JudgeValues judge;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    GiveCard(
            Catalogues catalogues,
            ResponsibilityRows lines,
            PeriodRows periods,
            PublishedValues values,
            Dossiers dossiers,
            CardRows rows,
            HandCardRows hand,
            ActOnCard act,
            JudgeValues judge,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.catalogues = catalogues;
        this.lines = lines;
        this.periods = periods;
        this.values = values;
        this.dossiers = dossiers;
        this.rows = rows;
        this.hand = hand;
        this.act = act;
        this.judge = judge;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Refused with 404 where the line is not the caller's, with 409 beside a proposal or a card that is out. */
    Uni<Result<Stored<CardView>>> give(UUID id, HandCardForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(
                        () -> pool.withTransaction(transaction -> lines.locked(transaction, form.responsibilityId())
                                .chain(line -> rows.locked(transaction, id).chain(found -> found.map(
                                                card -> repeat(transaction, card, form, caller))
                                        .or(() -> line.map(one -> made(transaction, id, form, one, caller)))
                                        .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))))))));
    }

    private Uni<Result<Stored<CardView>>> repeat(SqlClient transaction, Card card, HandCardForm form, Caller caller) {
        return hand.given(transaction, card.id()).map(given -> known(card, given, form, caller));
    }

    private static Result<Stored<CardView>> known(Card card, Optional<Given> given, HandCardForm form, Caller caller) {
        return Known.decide(
                        caller.may(Right.MONITORING_WRITE, card.area()),
                        given.filter(one ->
                                        RequestHash.of(form).matches(one.hash().getBytes()))
                                .isPresent(),
                        given.filter(one -> one.workerId().equals(caller.workerId()))
                                .isPresent())
                .map(known -> new Stored<>(
                        card.id(), card.version(), false, known == Known.REPEATED ? CardView.of(card, null) : null));
    }

    private Uni<Result<Stored<CardView>>> made(
            SqlClient transaction, UUID id, HandCardForm form, Responsibility line, Caller caller) {
        LocalDate today = LocalDays.today(clock);
        Indicator indicator = catalogues.on(today).find(line.indicatorCode()).orElseThrow();
        return caller.acting(Right.MONITORING_WRITE, line.area()).then(post -> periods.find(
                        transaction, form.periodId())
                .chain(period -> evidence(transaction, period, line, indicator)
                        .map(evidence -> Result.unless(
                                HandRules.check(
                                        line,
                                        period,
                                        indicator,
                                        evidence.filter(Evidence::soft).isPresent(),
                                        form.colour(),
                                        today),
                                evidence)))
                .chain(able -> able.then(evidence -> beside(transaction, line, form, evidence)))
                .chain(able -> able.thenDo(evidence -> write(transaction, id, form, line, evidence, caller, post))));
    }

    private Uni<Optional<Evidence>> evidence(
            SqlClient transaction, Optional<CollectionPeriod> period, Responsibility line, Indicator indicator) {
        return period.map(one -> dossiers.of(transaction, one, line.area(), indicator.code())
                        .map(dossier -> Optional.of(dossier.evidence(indicator, line))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Result<Optional<Evidence>>> beside(
            SqlClient transaction, Responsibility line, HandCardForm form, Optional<Evidence> evidence) {
        return rows.of(transaction, line, form.periodId()).map(all -> HandRules.beside(all, form.colour())
                .map(found -> Result.<Optional<Evidence>>refused(new Refusal(Problem.STATE_CONFLICT, List.of(found))))
                .orElseGet(() -> Result.ok(evidence)));
    }

    private Uni<Stored<CardView>> write(
            SqlClient transaction,
            UUID id,
            HandCardForm form,
            Responsibility line,
            Optional<Evidence> evidence,
            Caller caller,
            Post post) {
        Subject subject = new Subject(ActOnCard.SUBJECT, id, line.area());
        return values.of(transaction, line, form.periodId())
                .chain(value -> hand.insert(
                        transaction, id, form, line, value, evidence.flatMap(Evidence::judged), caller, post))
                .chain(() -> trail.changed(transaction, caller.workerId(), post, "card.hand", List.of(subject)))
                .chain(() -> rows.find(transaction, id))
                .map(Optional::orElseThrow)
                .call(card -> card.colour() == CardColour.RED
                        ? act.upgraded(transaction, card, new CardActForm(Ids.next(), form.reason()), caller, post)
                        : Uni.createFrom().voidItem())
                .call(card -> judge.afterDecided(transaction, card))
                .map(card -> new Stored<>(id, card.version(), true, CardView.of(card, null)));
    }
}
