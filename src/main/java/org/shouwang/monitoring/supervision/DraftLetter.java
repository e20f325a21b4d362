package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.card.LetterCards;
import org.shouwang.monitoring.card.LetteredCard;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
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
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.Stored;

/** The committee office drafts the letter of a card that was issued; until it goes out another draft may take its place. */
@Singleton
class DraftLetter {

    static final String SUBJECT = "SUPERVISION_LETTER";

    private final LetterCards cards;
    private final LetterRows rows;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    DraftLetter(LetterCards cards, LetterRows rows, TrailRows trail, Pool pool, Clock clock) {
        this.cards = cards;
        this.rows = rows;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Result<Stored<LetterView>>> draft(UUID id, Result<BaseVersion> base, LetterForm form, Caller caller) {
        return caller.with(Right.MONITORING_WRITE)
                .then(able -> Races.again(() -> pool.withTransaction(
                        transaction -> rows.find(transaction, id).chain(known -> cards.locked(
                                        transaction, known.map(Letter::cardId).orElse(form.cardId()))
                                .chain(card -> rows.locked(transaction, id)
                                        .chain(found -> found.isPresent()
                                                ? again(transaction, found.get(), base, form, caller)
                                                : made(transaction, id, card, form, caller)))))));
    }

    private record Decided(Redraft redraft, Post post) {}

    private Uni<Result<Stored<LetterView>>> again(
            SqlClient transaction, Letter letter, Result<BaseVersion> base, LetterForm form, Caller caller) {
        boolean same = RequestHash.of(form).matches(letter.requestHash().getBytes());
        return caller.acting(Right.MONITORING_WRITE, letter.area())
                .flatMap(post -> letter.cardId().equals(form.cardId())
                        ? Redraft.decide(
                                        same,
                                        letter.status() == LetterStatus.DRAFT,
                                        letter.status(),
                                        "letter-status",
                                        base,
                                        letter.version())
                                .map(decided -> new Decided(decided, post))
                        : Result.refused(Problem.ID_REUSED))
                .thenDo(decided -> (decided.redraft() == Redraft.REPEATED
                                ? Uni.createFrom().voidItem()
                                : rows.redraft(transaction, letter, form)
                                        .chain(() -> written(
                                                transaction, letter.id(), letter.area(), caller, decided.post())))
                        .chain(() -> stored(transaction, letter.id(), false)));
    }

    private Uni<Result<Stored<LetterView>>> made(
            SqlClient transaction, UUID id, Optional<LetteredCard> card, LetterForm form, Caller caller) {
        return card.map(one -> caller.acting(Right.MONITORING_WRITE, one.area())
                        .then(post -> rows.ofCard(transaction, one.id())
                                .map(letter -> check(one, letter).map(free -> post)))
                        .chain(able -> able.thenDo(post -> rows.insert(transaction, id, form, one, caller.workerId())
                                .chain(() -> written(transaction, id, one.area(), caller, post))
                                .chain(() -> stored(transaction, id, true)))))
                .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)));
    }

    /** A card that is out has one letter. */
    private static Result<LetteredCard> check(LetteredCard card, Optional<Letter> letter) {
        String rule = letter.isPresent() ? "letter-once" : "letter-card-issued";
        return letter.isPresent() || !card.issued()
                ? Result.refused(new Refusal(Problem.STATE_CONFLICT, List.of(Violation.of("cardId", rule))))
                : Result.ok(card);
    }

    private Uni<Void> written(SqlClient transaction, UUID id, AreaCode area, Caller caller, Post post) {
        return trail.changed(
                transaction,
                caller.workerId(),
                post,
                "supervision-letter.draft",
                List.of(new Subject(SUBJECT, id, area)));
    }

    private Uni<Stored<LetterView>> stored(SqlClient transaction, UUID id, boolean created) {
        return rows.find(transaction, id)
                .map(Optional::orElseThrow)
                .map(letter -> new Stored<>(
                        id, letter.version(), created, LetterView.of(letter, LocalDays.today(clock), null)));
    }
}
