package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.card.LetterCards;
import org.shouwang.monitoring.card.LetteredCard;
import org.shouwang.monitoring.evidence.AttachEvidence;
import org.shouwang.monitoring.unit.Units;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.platform.record.Races;

/**
 * What offices and units do to a letter, under the version that was seen, so that of two officers one wins. Repeated, it is done
 * once.
 */
@Singleton
class ActOnLetter {

    private final Units units;
    private final LetterCards cards;
    private final LetterRows rows;
    private final LetterWrites writes;
    private final SupervisionLedger ledger;
    private final AttachEvidence evidence;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    ActOnLetter(
            Units units,
            LetterCards cards,
            LetterRows rows,
            LetterWrites writes,
            SupervisionLedger ledger,
            AttachEvidence evidence,
            TrailRows trail,
            Pool pool,
            Clock clock) {
        this.units = units;
        this.cards = cards;
        this.rows = rows;
        this.writes = writes;
        this.ledger = ledger;
        this.evidence = evidence;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    /** Refused with 404 out of scope, with 412 where others changed it since, with 409 by its status. */
    Uni<Result<LetterView>> act(UUID id, Result<BaseVersion> base, LetterAct act, Caller caller) {
        return caller.with(act.kind().right())
                .then(able -> Races.again(() -> pool.withTransaction(transaction -> rows.find(transaction, id)
                        .chain(found -> found.map(letter -> post(transaction, letter, act, caller)
                                        .chain(acting -> acting.then(
                                                post -> held(transaction, letter, base, act, caller, post))))
                                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    /** A draft is not there for the unit. */
    private Uni<Result<Post>> post(SqlClient transaction, Letter letter, LetterAct act, Caller caller) {
        if (!act.kind().isUnits()) {
            return Uni.createFrom().item(caller.acting(act.kind().right(), letter.area()));
        }
        return letter.letterNo() == null
                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                : units.speaking(transaction, letter.unitId(), caller);
    }

    private Uni<Result<LetterView>> held(
            SqlClient transaction, Letter letter, Result<BaseVersion> base, LetterAct act, Caller caller, Post post) {
        return cards.locked(transaction, letter.cardId())
                .map(Optional::orElseThrow)
                .chain(card -> rows.locked(transaction, letter.id())
                        .map(Optional::orElseThrow)
                        .chain(now -> once(transaction, now, card, base, act, caller, post)));
    }

    private Uni<Result<LetterView>> once(
            SqlClient transaction,
            Letter letter,
            LetteredCard card,
            Result<BaseVersion> base,
            LetterAct act,
            Caller caller,
            Post post) {
        return ledger.isDone(transaction, SupervisionAct.of(letter.id(), act), caller)
                .chain(known -> known.then(done -> done
                        ? Uni.createFrom().item(Result.ok(view(letter)))
                        : base.flatMap(version -> version.against(letter.version()))
                                .flatMap(fresh -> LetterRules.check(letter, card.issued(), act, LocalDays.today(clock)))
                                .then(allowed -> evidence.check(
                                                transaction, "replyFileIds", act.files(), letter.unitId())
                                        .map(found -> Result.unless(found, allowed)))
                                .chain(able ->
                                        able.thenDo(allowed -> write(transaction, letter, card, act, caller, post)))));
    }

    private Uni<LetterView> write(
            SqlClient transaction, Letter letter, LetteredCard card, LetterAct act, Caller caller, Post post) {
        Uni<Void> written = act.kind() == LetterActKind.ISSUE
                ? writes.issue(transaction, letter.id(), card, post.appointmentId())
                : writes.write(transaction, letter.id(), act);
        return written.chain(() -> evidence.attach(transaction, act.files()))
                .chain(() -> done(transaction, letter, act, caller, post))
                .chain(() -> act.kind() == LetterActKind.REPLY && letter.letterNo() != null
                        ? cards.replied(transaction, card, letter.letterNo(), caller, post)
                        : Uni.createFrom().voidItem())
                .chain(() -> rows.find(transaction, letter.id()))
                .map(Optional::orElseThrow)
                .map(this::view);
    }

    /** What is left of an act, whoever decided on it. */
    Uni<Void> done(SqlClient transaction, Letter letter, LetterAct act, Caller caller, Post post) {
        String action = "supervision-letter." + act.kind().name().toLowerCase(Locale.ROOT);
        Subject subject = new Subject(DraftLetter.SUBJECT, letter.id(), letter.area());
        return ledger.write(transaction, SupervisionAct.of(letter.id(), act), caller, post)
                .chain(() -> trail.changed(transaction, caller.workerId(), post, action, List.of(subject)));
    }

    private LetterView view(Letter letter) {
        return LetterView.of(letter, LocalDays.today(clock), null);
    }
}
