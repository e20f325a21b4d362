package org.shouwang.monitoring.supervision;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.unit.Units;
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

/** The unit writes the plan that a letter asks for; until it is submitted, and once it was returned, another may take its place. */
@Singleton
class DraftPlan {

    static final String SUBJECT = "RECTIFICATION_PLAN";

    private final Units units;
    private final LetterRows letters;
    private final PlanRows rows;
    private final ItemRows items;
    private final TrailRows trail;
    private final Pool pool;
    private final Clock clock;

    DraftPlan(Units units, LetterRows letters, PlanRows rows, ItemRows items, TrailRows trail, Pool pool, Clock clock) {
        this.units = units;
        this.letters = letters;
        this.rows = rows;
        this.items = items;
        this.trail = trail;
        this.pool = pool;
        this.clock = clock;
    }

    private record Decided(Post post, boolean known, boolean written) {}

    /** Refused with 404 where the letter is not one of the caller's unit. */
    Uni<Result<Stored<PlanView>>> draft(UUID id, Result<BaseVersion> base, PlanForm form, Caller caller) {
        return caller.with(Right.UNIT_REPORT_WRITE)
                .then(able -> Races.again(
                        () -> pool.withTransaction(transaction -> letters.locked(transaction, form.letterId())
                                .chain(found -> found.filter(letter -> letter.letterNo() != null)
                                        .map(letter -> units.speaking(transaction, letter.unitId(), caller)
                                                .chain(speaker -> speaker.then(post ->
                                                        draft(transaction, id, letter, base, form, caller, post))))
                                        .orElseGet(() -> Uni.createFrom().item(Result.refused(Problem.NOT_FOUND)))))));
    }

    private Uni<Result<Stored<PlanView>>> draft(
            SqlClient transaction,
            UUID id,
            Letter letter,
            Result<BaseVersion> base,
            PlanForm form,
            Caller caller,
            Post post) {
        return rows.locked(transaction, id)
                .chain(found -> rows.ofLetter(transaction, letter.id())
                        .map(beside -> found.map(plan -> again(plan, letter, base, form, post))
                                .orElseGet(() -> first(letter, beside, post))))
                .chain(decided -> decided.then(what -> what.written()
                        ? items.places(transaction, form, letter.area())
                                .map(places ->
                                        Result.unless(PlanRules.check(form, places, LocalDays.today(clock)), what))
                                .chain(sound ->
                                        sound.thenDo(sure -> write(transaction, id, letter, form, caller, what)))
                        : stored(transaction, id, false).map(Result::ok)));
    }

    private static Result<Decided> again(Plan plan, Letter letter, Result<BaseVersion> base, PlanForm form, Post post) {
        return plan.letterId().equals(letter.id())
                ? Redraft.decide(
                                RequestHash.of(form).matches(plan.requestHash().getBytes()),
                                plan.status().isDraft(),
                                plan.status(),
                                "plan-status",
                                base,
                                plan.version())
                        .map(redraft -> new Decided(post, true, redraft == Redraft.REPLACED))
                : Result.refused(Problem.ID_REUSED);
    }

    /** A letter that goes on has one plan. */
    private static Result<Decided> first(Letter letter, Optional<Plan> beside, Post post) {
        String rule = beside.isPresent() ? "plan-once" : "plan-letter-open";
        return beside.isPresent() || !letter.status().isOpen()
                ? Result.refused(new Refusal(Problem.STATE_CONFLICT, List.of(Violation.of("letterId", rule))))
                : Result.ok(new Decided(post, false, true));
    }

    private Uni<Stored<PlanView>> write(
            SqlClient transaction, UUID id, Letter letter, PlanForm form, Caller caller, Decided what) {
        Uni<Void> row = what.known()
                ? rows.redraft(transaction, id, form)
                : rows.insert(transaction, id, form, letter, caller.workerId());
        return row.chain(() -> items.replace(transaction, id, form.items()))
                .chain(() -> trail.changed(
                        transaction,
                        caller.workerId(),
                        what.post(),
                        "rectification-plan.draft",
                        List.of(new Subject(SUBJECT, id, letter.area()))))
                .chain(() -> stored(transaction, id, !what.known()));
    }

    private Uni<Stored<PlanView>> stored(SqlClient transaction, UUID id, boolean created) {
        return rows.find(transaction, id)
                .map(Optional::orElseThrow)
                .map(plan -> new Stored<>(id, plan.version(), created, PlanView.of(plan)));
    }
}
