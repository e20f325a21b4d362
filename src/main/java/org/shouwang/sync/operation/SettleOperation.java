package org.shouwang.sync.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.staff.PostsThen;
import org.shouwang.staff.Sender;
import org.shouwang.sync.operation.PhoneOperation.Settlement;

/**
 * Lets a person decide what becomes of an operation that was not accepted: it is accepted, corrected where need be, or
 * dismissed with a reason. Its author stays its author; the area is lent by whoever vouches for it.
 */
@Singleton
class SettleOperation {

    private final OperationRows operations;
    private final PostsThen posts;
    private final TryOperation operation;
    private final RecordOutcome outcome;
    private final KeptTexts texts;
    private final KeptViews views;
    private final Admission admission;
    private final RunHeld held;
    private final Trail trail;
    private final Clock clock;

    SettleOperation(
            OperationRows operations,
            PostsThen posts,
            TryOperation operation,
            RecordOutcome outcome,
            KeptTexts texts,
            KeptViews views,
            Admission admission,
            RunHeld held,
            Trail trail,
            Clock clock) {
        this.operations = operations;
        this.posts = posts;
        this.operation = operation;
        this.outcome = outcome;
        this.texts = texts;
        this.views = views;
        this.admission = admission;
        this.held = held;
        this.trail = trail;
        this.clock = clock;
    }

    /** One settling: which operation, who settles it, and who made it. */
    private record Settling(PhoneOperation stored, Caller caller, Post acting, Sender author) {}

    /**
     * Does the operation now.
     *
     * @param corrected the body to take instead of the phone's
     * @return refused with 404 outside the area, with 409 when it was dismissed; fails as a request for the same would, and with
     *     409 while it is in conflict, and then nothing has changed
     */
    Uni<Result<KeptOperationView>> accept(
            UUID workerId, UUID id, @Nullable ObjectNode corrected, Caller caller, Locale locale) {
        return settled(workerId, id, Settlement.ACCEPTED, caller, locale, settling -> form(settling, corrected)
                .then(form -> operation
                        .attempt(form, PhoneTime.of(form, settling.stored().receivedAt), lent(settling))
                        .chain(attempt -> attempt.outcome().isDone()
                                ? outcome.again(settling.stored(), form, attempt, settling.author())
                                        .map(Result::ok)
                                : Uni.createFrom().failure(attempt.failure()))));
    }

    /** Lets the operation go; what the phone sent stays for its author to read. */
    Uni<Result<KeptOperationView>> dismiss(UUID workerId, UUID id, String reason, Caller caller, Locale locale) {
        return settled(workerId, id, Settlement.DISMISSED, caller, locale, settling -> {
            texts.because(settling.stored(), reason);
            return Uni.createFrom().item(Result.ok(settling.stored()));
        });
    }

    private Uni<Result<KeptOperationView>> settled(
            UUID workerId,
            UUID id,
            Settlement as,
            Caller caller,
            Locale locale,
            Function<Settling, Uni<Result<PhoneOperation>>> work) {
        return caller.with(Right.OPERATION_SETTLE)
                .then(able -> admission.admit(workerId, () -> Passing.again(() -> Panache.withTransaction(
                                () -> operations.locked(workerId, id).chain(stored -> acting(stored, able)
                                        .then(acting -> settling(Objects.requireNonNull(stored), able, acting)
                                                .chain(settling -> settle(settling, as, work)))
                                        .map(result -> result.map(done -> views.view(done, able, locale))))))
                        .call(result -> result instanceof Result.Ok<KeptOperationView>
                                ? held.ofWorker(workerId)
                                : Uni.createFrom().voidItem())));
    }

    private Uni<Settling> settling(PhoneOperation stored, Caller caller, Post acting) {
        return posts.ofAuthor(stored.workerId, stored.receivedAt)
                .map(author -> new Settling(stored, caller, acting, author));
    }

    private static Result<Post> acting(@Nullable PhoneOperation stored, Caller caller) {
        return stored == null || stored.areaCode == null
                ? Result.refused(Problem.NOT_FOUND)
                : caller.acting(Right.OPERATION_SETTLE, stored.areaCode);
    }

    private Uni<Result<PhoneOperation>> settle(
            Settling settling, Settlement as, Function<Settling, Uni<Result<PhoneOperation>>> work) {
        PhoneOperation stored = settling.stored();
        if (stored.settledAs == as) {
            return Uni.createFrom().item(Result.ok(stored));
        }
        if (!stored.isOpen()) {
            return Uni.createFrom().item(Result.refused(Problem.STATE_CONFLICT));
        }
        return work.apply(settling)
                .chain(result -> result.thenDo(done -> {
                    done.settle(as, settling.caller().workerId(), clock.instant());
                    return operations
                            .flush()
                            .chain(() -> outcome.tell(done, settling.author().number()))
                            .chain(() -> trail.changed(
                                    settling.caller(),
                                    settling.acting(),
                                    "operation." + (as == Settlement.ACCEPTED ? "accept" : "dismiss"),
                                    new Subject(ListKept.SUBJECT, done.id, done.areaCode)))
                            .replaceWith(done);
                }));
    }

    /** What is corrected stays about the same record, or it would be another operation. */
    private Result<OperationForm> form(Settling settling, @Nullable ObjectNode corrected) {
        OperationForm sent =
                Objects.requireNonNull(texts.kept(settling.stored())).form();
        if (corrected == null) {
            return Result.ok(sent);
        }
        return sent.body().path("id").equals(corrected.path("id"))
                ? Result.ok(sent.with(corrected))
                : Result.invalid("body.id", "same-record");
    }

    /** The author in the post of then, wherever the one who vouches may settle. */
    private static Caller lent(Settling settling) {
        Sender author = settling.author();
        List<Post> lent = Optional.ofNullable(settling.stored().appointmentId).flatMap(author::post).stream()
                .map(post -> new Post(
                        post.appointmentId(), post.role(), settling.acting().areas(), post.access()))
                .toList();
        return new Caller(author.workerId(), author.number(), lent, settling.stored().appointmentId);
    }
}
