package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Result;

/** The interview (约谈) about a letter that was not answered by its deadline: the step before accountability (问责). */
@Singleton
public class LetterInterviews {

    private final LetterRows rows;
    private final LetterWrites writes;
    private final ActOnLetter acts;
    private final Clock clock;

    LetterInterviews(LetterRows rows, LetterWrites writes, ActOnLetter acts, Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * An interview that was held.
     *
     * @param agreed what was agreed
     */
    public record Held(UUID letterId, UUID unitId, LocalDate heldOn, String agreed) {}

    /** Refused with 422 where the letter is not the unit's, with 409 where it goes on without a missed deadline. */
    public Uni<Result<Held>> record(SqlClient transaction, Held held, Caller caller, Post post) {
        LetterAct act = new LetterAct(Ids.next(), LetterActKind.INTERVIEW, held.agreed(), null, null);
        return rows.locked(transaction, held.letterId())
                .map(found -> found.filter(letter -> letter.unitId().equals(held.unitId())
                                && post.areas().contains(letter.area()))
                        .map(Result::ok)
                        .orElseGet(() -> Result.invalid("letterId", "letter-of-unit")))
                .chain(found -> found.flatMap(letter -> LetterRules.check(letter, false, act, LocalDays.today(clock))
                                .map(able -> letter))
                        .thenDo(letter -> writes.interview(transaction, letter.id(), held.heldOn())
                                .chain(() -> acts.done(transaction, letter, act, caller, post))
                                .replaceWith(held)));
    }
}
